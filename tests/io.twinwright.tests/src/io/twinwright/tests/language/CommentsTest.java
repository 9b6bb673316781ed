package io.twinwright.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.dsl.project.Comments;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which comment describes a declaration, and what it says. */
class CommentsTest {
	private static Optional<String> of(String comment) {
		return Comments.of(new Language().model("namespace n\n" + comment + "site S\n").getElements().getFirst());
	}

	@Test
	void theLastDescriptionCounts() {
		assertEquals(Optional.of("It is large."), of("/** Small. */ /* no */\n/** It is large. */\n// nor this\n"));
		assertEquals(Optional.empty(), of("/* remark */ // remark\n"));
	}

	@Test
	void starsGoAndMarkdownStays() {
		assertEquals(Optional.of("A list:\n- one\n  - two\n\n**bold**"), of("/**\n * A list:\n * - one\n *   - two\n *\n * **bold**\n */\n"));
	}

	@Test
	void anEmptyOneSaysNothing() {
		assertEquals(Optional.empty(), of("/**/\n"));
		assertEquals(Optional.empty(), of("/***/\n"));
		assertEquals(Optional.empty(), of("/** */\n"));
	}
}
