/** What kind of value a formula has, by the rules of units and of the built-in functions. Knows model and quantities. */
package io.twinwright.core.expression;
