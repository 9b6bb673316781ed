/** Reads files of other programs as drafts, and writes a draft as a text of the language. May know the language; formats do not know each other. */
package io.twinwright.importers;
