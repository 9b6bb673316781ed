/** Measurements: each in a process of its own, compared as ratios of one run. */
package io.twinwright.cli.bench;
