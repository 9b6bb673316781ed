/** The folder into which all targets write: it changes as a whole or not at all. */
package io.twinwright.tests.generators;
