/**
 * The target {@code prometheus}: recording and alerting rules with their tests, as trees that Jackson writes as YAML. May
 * know the core.
 * <p>
 * A signal is expected as the series {@code twin_<signal>_<unit>}, a counter with {@code _total} behind, with the label
 * {@code asset} (the path of its position) and {@code number} where the signal is repeated. Values are in the unit of the
 * model, states are numbers. An insight is recorded as {@code asset:<insight>_<unit>:<window>}, a meter of a contract as
 * {@code contract:<meter>_<unit>:1d}, which is its amount within the last day. Windows slide here: they end at each
 * evaluation, where those of the language end at full hours or quarters.
 */
package io.twinwright.generators.prometheus;
