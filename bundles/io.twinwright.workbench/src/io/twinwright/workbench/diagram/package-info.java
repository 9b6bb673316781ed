/** Diagrams in the workbench: an editor that has the web client in itself, over the documents that text editors show. */
package io.twinwright.workbench.diagram;
