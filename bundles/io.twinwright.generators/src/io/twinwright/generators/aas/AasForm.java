package io.twinwright.generators.aas;

/** The forms of an environment, all with the same content (IDTA 01001 for JSON and XML, IDTA 01005 for AASX). */
public enum AasForm {
	JSON, XML, AASX
}
