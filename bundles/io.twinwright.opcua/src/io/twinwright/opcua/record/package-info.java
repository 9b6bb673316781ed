/** Recordings of what a plant sent, and their replay into the evaluation at any speed, without a server. */
package io.twinwright.opcua.record;
