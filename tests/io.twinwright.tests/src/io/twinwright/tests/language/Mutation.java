package io.twinwright.tests.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A way to damage a text. All of them keep to what their random source says, so that a seed repeats the damage. */
enum Mutation {
	/** Takes tokens out. */
	DELETE {
		@Override
		void damage(List<String> tokens, Random random) {
			int at = random.nextInt(tokens.size());
			tokens.subList(at, Math.min(tokens.size(), at + 1 + random.nextInt(4))).clear();
		}
	},
	/** Writes a token twice. */
	DUPLICATE {
		@Override
		void damage(List<String> tokens, Random random) {
			int at = random.nextInt(tokens.size());
			tokens.add(random.nextInt(tokens.size()), tokens.get(at));
		}
	},
	/** Lets two tokens change places. */
	SWAP {
		@Override
		void damage(List<String> tokens, Random random) {
			int one = random.nextInt(tokens.size());
			int other = random.nextInt(tokens.size());
			String kept = tokens.get(one);
			tokens.set(one, tokens.get(other));
			tokens.set(other, kept);
		}
	},
	/** Puts characters that no text has. */
	JUNK {
		@Override
		void damage(List<String> tokens, Random random) {
			StringBuilder junk = new StringBuilder();
			for (int i = 0; i < 1 + random.nextInt(12); i++) {
				junk.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
			}
			tokens.add(random.nextInt(tokens.size()), junk.toString());
		}
	},
	/** Ends the text early. */
	TRUNCATE {
		@Override
		void damage(List<String> tokens, Random random) {
			int at = random.nextInt(tokens.size());
			tokens.subList(at, tokens.size()).clear();
		}
	},
	/** Writes one kind of token where another of the same kind stood: names for names, numbers for numbers. */
	EXCHANGE {
		@Override
		void damage(List<String> tokens, Random random) {
			int at = wordLike(tokens, random);
			for (int tries = 0; tries < 50; tries++) {
				int other = random.nextInt(tokens.size());
				if (!tokens.get(other).isBlank() && kind(tokens.get(other)) == kind(tokens.get(at))) {
					tokens.set(at, tokens.get(other));
					return;
				}
			}
		}
	},
	/** Writes a number that nobody expects. */
	NUMBER {
		private static final List<String> ODD = List.of("0", "1", "99999999999999999999", "2147483648", "1e999", "1e-999", "-1",
				"0.0000000000000000000000000001", "1e400", "[", "[1/0]", "[kWh]", "[10*999999999]", "[m999999999]", "1..0");

		@Override
		void damage(List<String> tokens, Random random) {
			for (int tries = 0; tries < 50; tries++) {
				int at = random.nextInt(tokens.size());
				if (kind(tokens.get(at)) == '0') {
					tokens.set(at, ODD.get(random.nextInt(ODD.size())));
					return;
				}
			}
		}
	},
	/** Moves a run of tokens elsewhere. */
	MOVE {
		@Override
		void damage(List<String> tokens, Random random) {
			int at = random.nextInt(tokens.size());
			List<String> run = tokens.subList(at, Math.min(tokens.size(), at + 1 + random.nextInt(30)));
			List<String> moved = new ArrayList<>(run);
			run.clear();
			tokens.addAll(random.nextInt(tokens.size() + 1), moved);
		}
	};

	private static final Pattern TOKEN = Pattern.compile(
			"\\s+|/\\*.*?\\*/|//[^\\n]*|\"(?:\\\\.|[^\"\\\\\\n])*\"|\\[[^\\s]*?\\]+|[\\p{L}_][\\p{L}\\p{N}_]*|[0-9]+|\\.\\.|.", Pattern.DOTALL);

	/** @param tokens with the space between them, never empty */
	abstract void damage(List<String> tokens, Random random);

	/** @return the text after one to three damages */
	static String of(String text, long seed) {
		Random random = new Random(seed);
		List<String> tokens = new ArrayList<>();
		for (Matcher matcher = TOKEN.matcher(text); matcher.find();) {
			tokens.add(matcher.group());
		}
		int count = 1 + random.nextInt(3);
		for (int i = 0; i < count && tokens.size() > 1; i++) {
			values()[random.nextInt(values().length)].damage(tokens, random);
		}
		return String.join("", tokens);
	}

	private static int wordLike(List<String> tokens, Random random) {
		int at = random.nextInt(tokens.size());
		for (int tries = 0; tries < 50 && kind(tokens.get(at)) != 'a'; tries++) {
			at = random.nextInt(tokens.size());
		}
		return at;
	}

	private static char kind(String token) {
		char first = token.charAt(0);
		return Character.isLetter(first) ? 'a' : Character.isDigit(first) ? '0' : first;
	}
}
