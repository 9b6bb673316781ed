/** OPC UA client and server in terms of twins. Nothing else in the product imports the OPC UA stack. */
package io.twinwright.opcua;
