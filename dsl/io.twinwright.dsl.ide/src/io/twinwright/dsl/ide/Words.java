package io.twinwright.dsl.ide;

import io.twinwright.dsl.ide.contentassist.antlr.internal.InternalTwinParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of the language, for colouring that cannot wait for the grammar to be loaded. */
public final class Words {
	/** All words, among them those that may be names. */
	public static final Set<String> ALL = read();

	private Words() {
	}

	/** The parser's table of tokens has a line such as {@code 'sensor'=42} for each word. */
	private static Set<String> read() {
		Pattern word = Pattern.compile("'(\\p{L}+)'=\\d+");
		try (BufferedReader tokens = new BufferedReader(new InputStreamReader(
				InternalTwinParser.class.getResourceAsStream("InternalTwin.tokens"), StandardCharsets.UTF_8))) {
			return tokens.lines().map(word::matcher).filter(Matcher::matches).map(line -> line.group(1))
					.collect(Collectors.toUnmodifiableSet());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
