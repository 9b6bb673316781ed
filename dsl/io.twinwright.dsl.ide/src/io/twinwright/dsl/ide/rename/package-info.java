/** Renaming an element and all its uses. */
package io.twinwright.dsl.ide.rename;
