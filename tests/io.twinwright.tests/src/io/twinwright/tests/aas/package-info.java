/** Tests of the target {@code aas} against the official schemas, the aas-core verification and the IDTA templates. */
package io.twinwright.tests.aas;
