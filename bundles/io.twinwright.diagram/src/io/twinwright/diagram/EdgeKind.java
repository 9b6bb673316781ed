package io.twinwright.diagram;

/** What an edge of a diagram stands for. */
public enum EdgeKind {
	/** Something flows. */
	FLOW,
	/** An installed reserve covers a part. */
	COVERS,
	/** A piece may take a position. */
	STANDBY,
	/** A step comes after another. */
	SEQUENCE,
	/** Equipment does a step. */
	PROVIDES,
	/** Two elements have to do with each other; the label says how. */
	PARTNER;

	/** @return whether it ties a partner to the node beside which it stands */
	public boolean isTie() {
		return this == COVERS || this == STANDBY || this == PROVIDES;
	}

	/** @return what a tie says of the node that it comes from */
	String verb() {
		return this == COVERS ? "covers" : this == STANDBY ? "standby" : "provides";
	}
}
