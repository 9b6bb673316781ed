/**
 * The target {@code edc}: what an Eclipse Dataspace Connector needs to offer the data products of a project: asset, ODRL policy,
 * contract definition and catalogue entry, and the source of an extension that knows the operands of the policies. Knows the
 * twin model and Jackson.
 */
package io.twinwright.generators.edc;
