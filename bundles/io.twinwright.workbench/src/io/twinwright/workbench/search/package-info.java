/** Uses of names in the Search view. */
package io.twinwright.workbench.search;
