/** The Welcome page of a new workspace. */
package io.twinwright.workbench.welcome;
