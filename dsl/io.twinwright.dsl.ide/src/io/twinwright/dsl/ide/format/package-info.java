/** Formatting on request of an editor. */
package io.twinwright.dsl.ide.format;
