/** Semantic highlighting: which token is what. */
package io.twinwright.dsl.ide.colour;
