package io.twinwright.generators.flink;

import java.util.List;

/**
 * What the target makes.
 *
 * @param statements of the script with the insights and events; none where there is nothing to compute
 */
public record Scripts(List<String> statements) {
}
