/** The diagram server, spoken to through its socket as browsers do. */
package io.twinwright.tests.diagram.server;
