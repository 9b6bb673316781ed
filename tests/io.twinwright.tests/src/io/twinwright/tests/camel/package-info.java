/** The target {@code camel}: its routes and what its beans know of the signals. */
package io.twinwright.tests.camel;
