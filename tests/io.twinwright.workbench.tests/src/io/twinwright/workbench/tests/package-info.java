/** The workbench as a user sees it, in a real window. */
package io.twinwright.workbench.tests;
