package io.twinwright.core.structure;

/** What has its own place in the expanded plant: a position, or a signal at a position. */
public sealed interface Located permits Position, Point {
	/** @return the dotted path from the root asset's name on, with {@code #n} at repeated elements */
	String path();

	/** @return the path with the namespace of the root asset before it; stable, unique in a project */
	String qualifiedName();
}
