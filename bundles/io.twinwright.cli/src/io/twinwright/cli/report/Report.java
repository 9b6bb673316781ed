package io.twinwright.cli.report;

import io.twinwright.core.diagnostic.Diagnostic;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** A form in which findings are printed. */
public interface Report {
	/**
	 * Prints findings.
	 *
	 * @param files all checked files, those without findings too
	 */
	void write(List<Diagnostic> findings, List<Path> files, PrintWriter out);
}
