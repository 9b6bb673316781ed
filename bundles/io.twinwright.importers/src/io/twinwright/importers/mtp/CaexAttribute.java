package io.twinwright.importers.mtp;

/**
 * An attribute of an element.
 *
 * @param dataType such as {@code xs:IDREF}, empty if nobody says
 * @param value empty for none
 * @param initial its default, empty for none
 */
record CaexAttribute(String dataType, String value, String initial) {
	static final CaexAttribute NONE = new CaexAttribute("", "", "");
}
