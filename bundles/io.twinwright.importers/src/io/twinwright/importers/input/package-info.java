/** Reads files that nobody vouches for: bounded in size, depth and number, without entities, and never outside of themselves. */
package io.twinwright.importers.input;
