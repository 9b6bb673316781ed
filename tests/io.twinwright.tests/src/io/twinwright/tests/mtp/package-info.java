/** Module type packages: what they say, that the schemas of CAEX accept them, and that their classes are those of real ones. */
package io.twinwright.tests.mtp;
