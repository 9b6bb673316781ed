/** Connections, flows, bays, pieces and utilities. */
package io.twinwright.tests.topology;
