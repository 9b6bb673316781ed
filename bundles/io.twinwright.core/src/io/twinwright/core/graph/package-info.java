/** Directed graphs: what is reachable, and what runs in circles. Knows no model. */
package io.twinwright.core.graph;
