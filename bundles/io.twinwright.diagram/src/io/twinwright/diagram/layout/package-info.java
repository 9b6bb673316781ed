/** Where the elements of a diagram are: sizes of boxes, automatic layout, positions that people gave. Knows the description only. */
package io.twinwright.diagram.layout;
