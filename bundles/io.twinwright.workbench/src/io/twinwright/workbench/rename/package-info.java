/** Renaming elements across files. */
package io.twinwright.workbench.rename;
