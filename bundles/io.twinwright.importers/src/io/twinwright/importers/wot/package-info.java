/** W3C Web of Things: Thing Descriptions 1.1 and 1.0, and Thing Models, with the OPC UA terms of OPC 10101 and of node-wot. */
package io.twinwright.importers.wot;
