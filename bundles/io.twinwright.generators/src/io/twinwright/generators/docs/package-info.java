/**
 * The target {@code docs}: a handbook of the plant for people, as HTML pages that need nothing but themselves: no script, no
 * picture and no font from elsewhere. Knows the twin model and jsoup, which escapes every text.
 */
package io.twinwright.generators.docs;
