/**
 * The target {@code aas}: Asset Administration Shells (IDTA 01001) with the submodels of the IDTA templates for nameplate,
 * technical data, capabilities, bill of material, asset interfaces and their mapping, time series, carbon footprint and
 * control components, as JSON, XML and AASX package. Only what metamodel 3.0 and 3.1 have in common is used. Knows the twin
 * model and AAS4J.
 */
package io.twinwright.generators.aas;
