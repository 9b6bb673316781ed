package io.twinwright.core.discovery;

import io.twinwright.core.structure.Position;
import java.util.Optional;

/**
 * Whether a machine can take a position.
 *
 * @param obstacle why it cannot and what to do, as the rest of a sentence; empty if it can
 */
public record StandIn(Position position, Optional<String> obstacle) {
}
