package io.twinwright.generators.mtp;

/** What a data object holds. */
enum Values {
	ANALOG, INTEGER, BINARY, TEXT
}
