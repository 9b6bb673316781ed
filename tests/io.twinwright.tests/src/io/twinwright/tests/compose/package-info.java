/** The deployment bundle, read by a YAML library, and the verification of generated folders. */
package io.twinwright.tests.compose;
