/** Proofs that the libraries work where they run: wired by OSGi here, and from the flat class path of the command line. */
package io.twinwright.tests.platform;
