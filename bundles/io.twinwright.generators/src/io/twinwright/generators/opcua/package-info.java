/**
 * OPC UA node sets: one document of the library, one of the types of each namespace, and one of each root asset, which
 * any server loads in the order of their required models (OPC 10000-6, annex F). Addresses are those of
 * {@link io.twinwright.core.address}, so that a server with these documents can stand in for the plant.
 */
package io.twinwright.generators.opcua;
