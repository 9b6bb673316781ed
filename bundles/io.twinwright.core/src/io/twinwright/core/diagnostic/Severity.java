package io.twinwright.core.diagnostic;

/** How bad a finding is. */
public enum Severity {
	/** Generation would refuse. */
	ERROR,
	/** Legal, but probably not what was meant. */
	WARNING,
	/** Worth knowing. */
	INFO
}
