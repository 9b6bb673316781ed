/**
 * What a schema cannot say of node sets: whether all that they refer to exists and fits. Knows nothing of twins; works on
 * any node sets.
 */
package io.twinwright.generators.opcua.check;
