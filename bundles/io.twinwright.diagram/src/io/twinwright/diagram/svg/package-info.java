/** A laid out diagram as a picture for documents: SVG without scripts and without anything from elsewhere. */
package io.twinwright.diagram.svg;
