/** Signals and insights over time. */
package io.twinwright.workbench.trend;
