/** What a user does to a model in a diagram, as changes of its text. Knows no diagrams, only the ids of their elements. */
package io.twinwright.dsl.ide.edit;
