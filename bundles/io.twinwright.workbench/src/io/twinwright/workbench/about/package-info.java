/** What the workbench is made of. */
package io.twinwright.workbench.about;
