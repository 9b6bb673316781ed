/** Hot swap: a machine takes a position of a plant that runs, step by step, or everything is as it was. */
package io.twinwright.opcua.swap;
