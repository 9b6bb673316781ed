/** The target {@code wot}: its Thing Descriptions against the schema of the W3C, and what they say of signals. */
package io.twinwright.tests.wot;
