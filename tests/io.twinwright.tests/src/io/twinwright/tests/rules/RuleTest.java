package io.twinwright.tests.rules;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.rules.Rule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that check small texts, beyond what the pages of the rules show. */
public abstract class RuleTest {
	/** Checks texts in a folder of the test. */
	protected Checker checker;

	@BeforeEach
	protected final void openChecker(@TempDir Path folder) {
		checker = new Checker(folder);
	}

	/** @return what one rule says about a text, in its order */
	protected final List<String> messages(Rule rule, String text) {
		return checker.check(rule, text).stream().map(Diagnostic::message).toList();
	}
}
