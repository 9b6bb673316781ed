/**
 * How equipment hangs together: connections, flows, bays, pieces and utilities. Pure calculation on the model; knows
 * no text, and of findings only why a connection is refused, which rules and diagrams say alike.
 */
package io.twinwright.core.topology;
