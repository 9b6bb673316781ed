/** What a file of any format can say of equipment, in the words of the language, before it has legal names. */
package io.twinwright.importers.draft;
