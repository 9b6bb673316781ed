/** Which lines can be folded away. */
package io.twinwright.dsl.ide.fold;
