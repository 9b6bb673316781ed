/** Sentences in the language of the user. Knows nothing else. */
package io.twinwright.core.translation;
