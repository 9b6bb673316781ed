/** Node sets and running servers of OPC UA become texts. */
package io.twinwright.tests.importers.opcua;
