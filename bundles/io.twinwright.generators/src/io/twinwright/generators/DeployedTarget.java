package io.twinwright.generators;

import java.util.Optional;

/** A target whose files are of use only to a program that runs beside the plant, and which says what program that is. */
public interface DeployedTarget<M> extends Target<M> {
	/** @return the program that does its job with what was mapped, empty if there is nothing for it to do */
	Optional<Runtime> runtime(M mapped);
}
