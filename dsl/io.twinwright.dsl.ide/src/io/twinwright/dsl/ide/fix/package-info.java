/** Findings and the changes of the text that remove them. */
package io.twinwright.dsl.ide.fix;
