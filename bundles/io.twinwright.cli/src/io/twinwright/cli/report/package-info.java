/** The forms in which findings are printed. Knows diagnostics and rules only. */
package io.twinwright.cli.report;
