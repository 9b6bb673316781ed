package io.twinwright.dsl.parser;

/** A text is nested deeper than can be followed. */
final class TooDeepException extends RuntimeException {
	private static final long serialVersionUID = 1;
}
