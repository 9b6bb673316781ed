/**
 * New lines in a text, with its line ends and indentation; and variables of servers as signals in a text: what is declared,
 * where, under which name, and how it is bound.
 */
package io.twinwright.dsl.insert;
