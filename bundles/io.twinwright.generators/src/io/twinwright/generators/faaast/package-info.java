/**
 * The target {@code faaast}: a folder in which FA³ST Service (1.3) starts as it is, with a submodel of operational data for
 * each position and connections from its properties to OPC UA servers, as trees of Jackson. May know the core.
 */
package io.twinwright.generators.faaast;
