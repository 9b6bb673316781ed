/**
 * The target {@code nodered}: a folder in which Node-RED (4.1) starts as it is, with a flow that subscribes to OPC UA servers,
 * checks limits and writes set points, as trees of Jackson. The functions of the flow are the scripts under {@code flow}. May
 * know the core.
 */
package io.twinwright.generators.nodered;
