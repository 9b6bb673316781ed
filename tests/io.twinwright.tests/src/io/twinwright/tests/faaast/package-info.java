/** The target {@code faaast}: its connections and the properties that they reach. */
package io.twinwright.tests.faaast;
