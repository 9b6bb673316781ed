package io.twinwright.diagram;

import java.util.Locale;

/** What a diagram is about. */
public enum DiagramKind {
	/** The parts of an asset or type and how they are connected. */
	LINE,
	/** The bays of a site with what stands there, its utilities and the modules in store. */
	SITE,
	/** The steps of a recipe and who does them. */
	RECIPE,
	/** An asset, what it provides, its partners and who reads its data. */
	PARTNERS;

	/** @return its name on command lines and in the names of files */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}
}
