/** What the elements of a model mean together: members, positions, effective signals. Knows the model and quantities only. */
package io.twinwright.core.structure;
