package io.twinwright.tests.language;

import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.resource.XtextResource;

/** Another way to write the same tokens and comments. */
enum WhiteSpace {
	ON_ONE_LINE((space, random) -> space.isEmpty() ? "" : " "),
	ONE_TOKEN_PER_LINE((space, random) -> "\n"),
	TABS((space, random) -> space.isEmpty() ? "" : space.replaceAll(" +", "\t")),
	CRLF((space, random) -> space.replace("\n", "\r\n")),
	RANDOM((space, random) -> pick(random, space.isEmpty() ? List.of("", "", "", " ", "\n")
			: List.of(" ", " ", "\n", "\n\n\n", "\t  ", "\r\n", "   \n \n"))),
	COMMENTED((space, random) -> random.nextInt(3) > 0 ? space : space + " " + pick(random, List.of("/* why */", "// so\n",
			" // so\r\n", "/** what\n * it is\n */\n", "/* in\n\n   lines */ ", " /**/", "//\n", "\n/* 왜 */\n", "\n\n// end\n\n"))
			+ " " + space);

	private final Filler filler;

	/** Says what shall stand in the place of the space between two tokens, which may be empty. */
	private interface Filler {
		String fill(String space, Random random);
	}

	WhiteSpace(Filler filler) {
		this.filler = filler;
	}

	private static String pick(Random random, List<String> choices) {
		return choices.get(random.nextInt(choices.size()));
	}

	/** @return the tokens and comments of a file with other space between them */
	String of(XtextResource file, long seed) {
		Random random = new Random(seed);
		StringBuilder text = new StringBuilder();
		String space = "";
		for (ILeafNode leaf : file.getParseResult().getRootNode().getLeafNodes()) {
			if (leaf.getText().isBlank()) {
				space += leaf.getText();
			} else {
				text.append(text.isEmpty() ? "" : filler.fill(space, random))
						.append(this == CRLF ? leaf.getText().replace("\n", "\r\n") : leaf.getText());
				space = "";
			}
		}
		return text.append(filler.fill(space, random)).toString();
	}

	/** @return the comments of a file in their order, without the space at the ends of their lines */
	static List<String> comments(XtextResource file) {
		return StreamSupport.stream(file.getParseResult().getRootNode().getLeafNodes().spliterator(), false)
				.filter(leaf -> leaf.isHidden() && !leaf.getText().isBlank()).map(leaf -> leaf.getText().lines()
						.map(String::strip).filter(line -> !line.isEmpty()).toList().toString()).toList();
	}
}
