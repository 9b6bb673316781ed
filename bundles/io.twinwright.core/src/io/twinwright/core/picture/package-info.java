/** Diagrams as documents show them. What draws them is another bundle than what writes documents; whoever assembles both hands it over. */
package io.twinwright.core.picture;
