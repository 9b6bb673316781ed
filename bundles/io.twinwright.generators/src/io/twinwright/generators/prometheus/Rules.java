package io.twinwright.generators.prometheus;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the target makes.
 *
 * @param rules the rules in groups, one for each position and contract; without groups where there are no rules
 * @param tests the tests of the alerting rules; null where there are none
 */
public record Rules(ObjectNode rules, ObjectNode tests) {
}
