/** Projects attached to OPC UA servers: their values, insights and alarms, and where server and model differ. */
package io.twinwright.workbench.live;
