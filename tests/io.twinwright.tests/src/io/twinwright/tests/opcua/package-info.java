/** The node sets of OPC UA, what checks them, a server that loads them, and the simulated plant. */
package io.twinwright.tests.opcua;
