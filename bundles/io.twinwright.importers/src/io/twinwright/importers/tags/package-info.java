/** Tag lists as CSV and XLSX: the tables of names, types, units, ranges and nodes that plants keep. */
package io.twinwright.importers.tags;
