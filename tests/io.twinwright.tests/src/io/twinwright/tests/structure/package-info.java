/** Tests of what positions, pieces and types mean together. */
package io.twinwright.tests.structure;
