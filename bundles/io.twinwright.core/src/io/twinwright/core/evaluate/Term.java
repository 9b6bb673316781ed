package io.twinwright.core.evaluate;

/** A compiled expression or a part of it. */
@FunctionalInterface
interface Term {
	/** @return what it is now */
	Reading read();
}
