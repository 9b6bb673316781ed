/** The live link: attaches a twin model to an OPC UA server, subscribes its signals and compares model and server. */
package io.twinwright.opcua.live;
