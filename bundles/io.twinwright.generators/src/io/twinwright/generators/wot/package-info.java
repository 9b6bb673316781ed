/**
 * The target {@code wot}: Thing Descriptions (W3C, Web of Things 1.1) with OPC UA forms (OPC 10101), as trees of Jackson. May
 * know the core.
 */
package io.twinwright.generators.wot;
