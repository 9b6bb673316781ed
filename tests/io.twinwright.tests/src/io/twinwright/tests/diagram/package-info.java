/** What diagrams show, where they put it, and how it is drawn. */
package io.twinwright.tests.diagram;
