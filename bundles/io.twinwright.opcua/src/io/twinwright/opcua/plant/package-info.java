/**
 * A server that stands in for the plant: it serves exactly the nodes of the generated documents, and the companions they
 * require, and moves them as {@link io.twinwright.opcua.behaviour} says. For this machine only.
 */
package io.twinwright.opcua.plant;
