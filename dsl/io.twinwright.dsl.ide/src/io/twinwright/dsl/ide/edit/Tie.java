package io.twinwright.dsl.ide.edit;

import java.util.Optional;

/**
 * What a diagram draws between two elements, or beside one, that has no text of its own but a mention in another one.
 *
 * @param kind of the mention
 * @param at the id of the element in which it stands; of a provider, of the step
 * @param other the id of what is mentioned there; of a standby piece its qualified name, of a provider its place
 */
record Tie(Kind kind, String at, String other) {
	/** The words that stand between the ids. */
	enum Kind {
		BUNDLE(" bundle "), PARTNER(" partner "), PROVIDES(" provides "), PROVIDER(" by "), COVERS(" covers "), SEQUENCE(" sequence "), STANDBY(" standby ");

		private final String word;

		Kind(String word) {
			this.word = word;
		}
	}

	/** @return what an id says, empty for that of an element with a text of its own */
	static Optional<Tie> of(String id) {
		for (Kind kind : Kind.values()) {
			int at = id.indexOf(kind.word);
			if (at > 0) {
				String left = id.substring(0, at);
				String right = id.substring(at + kind.word.length());
				return Optional.of(switch (kind) {
					case PROVIDES -> new Tie(kind, right, left);
					case SEQUENCE -> new Tie(kind, right, left);
					case STANDBY -> new Tie(kind, left, right.split(kind.word)[0]);
					case BUNDLE, PARTNER, PROVIDER, COVERS -> new Tie(kind, left, right);
				});
			}
		}
		return Optional.empty();
	}
}
