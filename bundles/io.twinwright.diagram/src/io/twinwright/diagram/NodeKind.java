package io.twinwright.diagram;

/** What a node of a diagram stands for. */
public enum NodeKind {
	/** A part, or a module at a site. */
	MODULE,
	/** An installed reserve of a part. */
	RESERVE,
	/** A piece that may take a position. */
	STANDBY,
	/** The equipment whose inside is drawn, around everything, with its own ports. */
	FRAME,
	/** Elements that are left out, because there are too many. */
	MORE,
	/** A place for one module. */
	BAY,
	/** What a site offers, with how much of it is drawn. */
	UTILITY,
	/** A piece that fills no position. */
	IDLE,
	/** A step of a recipe. */
	STEP,
	/** A step of a recipe that nothing does. */
	OPEN_STEP,
	/** Equipment that does a step. */
	PROVIDER,
	/** The asset whose partners are drawn. */
	ASSET,
	/** What an asset can do. */
	ABILITY,
	/** Equipment, or what a site offers, that an asset works with. */
	PARTNER,
	/** A server from which the data of an asset come. */
	SERVER,
	/** What is computed elsewhere from the data of an asset. */
	INSIGHT,
	/** What parties agreed upon about an asset. */
	CONTRACT,
	/** A data product in which data of an asset are shared. */
	OFFER,
	/** A company or person. */
	PARTY
}
