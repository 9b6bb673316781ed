/**
 * Reads Asset Administration Shells (IDTA 01001) of metamodel 3.0 and 3.1 as JSON, XML and AASX: shells of types and templates
 * become types, other shells assets and positions, and the submodels of the IDTA say what they are, can and show.
 */
package io.twinwright.importers.aas;
