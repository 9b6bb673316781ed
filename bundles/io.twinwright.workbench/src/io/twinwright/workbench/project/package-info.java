/** New projects and files, and what the user sets for a project. */
package io.twinwright.workbench.project;
