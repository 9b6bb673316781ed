/** What is said about the thing under the cursor: its description and what was computed about it. */
package io.twinwright.dsl.ide.hover;
