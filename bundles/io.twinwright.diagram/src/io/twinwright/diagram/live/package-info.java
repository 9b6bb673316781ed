/** What diagrams show while the plant is attached. Knows values and alarms, not where they come from. */
package io.twinwright.diagram.live;
