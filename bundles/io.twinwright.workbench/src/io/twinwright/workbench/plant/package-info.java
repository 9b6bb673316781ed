/** Simulated plants that run in the workbench. */
package io.twinwright.workbench.plant;
