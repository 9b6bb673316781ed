/** Files of other programs become texts that the checker has nothing against. */
package io.twinwright.tests.importers;
