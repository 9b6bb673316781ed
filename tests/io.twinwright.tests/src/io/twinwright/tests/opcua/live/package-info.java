/** The live link against real servers: the simulated plant, and servers of Milo that a test sets up to differ. */
package io.twinwright.tests.opcua.live;
