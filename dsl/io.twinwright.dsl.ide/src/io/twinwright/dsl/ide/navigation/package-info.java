/** Finding the way: declarations, uses, outline, search. */
package io.twinwright.dsl.ide.navigation;
