package io.twinwright.cli;

import java.io.PrintWriter;
import java.util.stream.Collectors;

/** Where people are told what went wrong: each line that is a sentence of ours is said as people here say it. */
final class Sentences extends PrintWriter {
	Sentences(PrintWriter err) {
		super(err, true);
	}

	@Override
	public void println(String sentences) {
		super.println(sentences.lines().map(Shown::sentence).collect(Collectors.joining("\n")));
	}
}
