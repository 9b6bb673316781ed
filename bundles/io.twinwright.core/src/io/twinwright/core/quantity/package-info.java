/**
 * Units, dimensions and quantities: UCUM codes, exact conversion, UNECE codes for OPC UA. Knows no model; the values of
 * the units come from the UCUM system of the JSR 385 libraries.
 */
package io.twinwright.core.quantity;
