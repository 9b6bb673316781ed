/** The language server of the workbench and what it is told and tells: texts, projects, findings, changes. */
package io.twinwright.workbench.language;
