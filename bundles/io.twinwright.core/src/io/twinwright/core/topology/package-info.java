/**
 * How equipment hangs together: connections, flows, bays, pieces and utilities. Pure calculation on the model; knows
 * neither text nor findings.
 */
package io.twinwright.core.topology;
