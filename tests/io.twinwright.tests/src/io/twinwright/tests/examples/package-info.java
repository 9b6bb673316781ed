/** The examples: what is generated from them, what their pages promise, and whether they are complete. */
package io.twinwright.tests.examples;
