/** Recordings of plants and their replay, without a server and with the simulated plant. */
package io.twinwright.tests.opcua.record;
