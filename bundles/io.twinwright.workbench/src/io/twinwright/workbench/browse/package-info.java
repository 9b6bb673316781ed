/** The nodes of any OPC UA server, and how they get into a text as signals. */
package io.twinwright.workbench.browse;
