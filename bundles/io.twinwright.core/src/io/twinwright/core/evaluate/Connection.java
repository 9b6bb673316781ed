package io.twinwright.core.evaluate;

/** How a connection stands that reports changes only. */
enum Connection implements News {
	/** What it does not report has not changed. */
	STANDS,
	/** Nothing is known of what it carried. */
	BROKEN
}
