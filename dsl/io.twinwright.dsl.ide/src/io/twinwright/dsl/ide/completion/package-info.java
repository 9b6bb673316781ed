/** What can stand at the cursor: completion and signature help. */
package io.twinwright.dsl.ide.completion;
