/** Importing files of other programs: what comes in, what is refused, and what comes back after generating. */
package io.twinwright.tests.importers;
