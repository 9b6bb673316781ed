/**
 * The target {@code ditto}: what Eclipse Ditto (3.8) takes by its HTTP interface, as records and trees for Jackson. A thing for each position of
 * the plant, a policy for each position for which another one holds than around it, and a connection for each broker. May know the
 * core.
 */
package io.twinwright.generators.ditto;
