/**
 * What a diagram means: its elements with labels, states and findings, and which connections are allowed. Reads the model and
 * {@code core}; knows no text, no renderer and no coordinates. All renderers call it.
 */
package io.twinwright.diagram;
