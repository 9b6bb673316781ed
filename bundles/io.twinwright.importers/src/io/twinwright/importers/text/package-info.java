/** Writes a draft as a text of the language. */
package io.twinwright.importers.text;
