/** Machines that take positions of simulated plants while they run. */
package io.twinwright.tests.opcua.swap;
