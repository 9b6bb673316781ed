/** What stands where in a text: places, names under the cursor, comments. Knows the node model, no request. */
package io.twinwright.dsl.ide.text;
