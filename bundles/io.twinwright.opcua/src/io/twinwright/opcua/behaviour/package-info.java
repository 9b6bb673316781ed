/**
 * How the signals of a simulated plant move. A trajectory depends on the model, the seed, the step and what was written,
 * on nothing else; so it can be repeated. Knows no server: a value is a plain Java object in the signal's own unit.
 */
package io.twinwright.opcua.behaviour;
