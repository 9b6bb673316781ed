package io.twinwright.dsl.ide.server;

import io.twinwright.core.translation.Translation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Puts what the server says into the language of the client, which it says when it begins; English for others. */
final class Answers {
	private static final Pattern FACT = Pattern.compile("- \\*\\*(.+?):\\*\\* (.*)");
	/** A comma between values, not one in code. */
	private static final Pattern COMMA = Pattern.compile(", (?=(?:[^`]*`[^`]*`)*[^`]*$)");
	private static final String TITLE = "### ";
	/** Under these titles of a card the facts have the names of elements. */
	private static final Set<String> OF_NAMES = Set.of("What I know", "My contracts");
	/** Facts that are told in code, or in the words of a standard. */
	private static final Set<String> OF_CODE = Set.of("Alarms", "Number", "Symbol", "Name", "Dimension");
	/** Items that are explained in words; elements are in those of the language of twins. */
	private static final Set<CompletionItemKind> EXPLAINED = EnumSet.of(CompletionItemKind.Keyword, CompletionItemKind.Snippet,
			CompletionItemKind.Unit);
	private static final String OF_SNIPPETS = " … ";

	private final Translation translation;

	/** @param locale as the client names it; null for English */
	Answers(String locale) {
		translation = Translation.to(locale);
	}

	List<Diagnostic> findings(List<Diagnostic> findings) {
		findings.forEach(finding -> finding.setMessage(translation.of(finding.getMessage().getLeft())));
		return findings;
	}

	List<Either<Command, CodeAction>> actions(List<Either<Command, CodeAction>> actions) {
		actions.stream().filter(Either::isRight).map(Either::getRight).forEach(action -> {
			action.setTitle(translation.of(action.getTitle()));
			findings(action.getDiagnostics());
		});
		return actions;
	}

	Hover hover(Hover hover) {
		if (hover != null) {
			page(hover.getContents().getRight());
		}
		return hover;
	}

	Either<List<CompletionItem>, CompletionList> completion(Either<List<CompletionItem>, CompletionList> items) {
		(items.isLeft() ? items.getLeft() : items.getRight().getItems()).forEach(this::item);
		return items;
	}

	private void item(CompletionItem item) {
		int more = item.getLabel().indexOf(OF_SNIPPETS);
		if (more >= 0) {
			int from = more + OF_SNIPPETS.length();
			item.setLabel(item.getLabel().substring(0, from) + translation.phrase(item.getLabel().substring(from)));
		}
		if (item.getDetail() != null && EXPLAINED.contains(item.getKind())) {
			item.setDetail(translation.phrase(item.getDetail()));
		}
		documentation(item.getDocumentation());
	}

	SignatureHelp signature(SignatureHelp help) {
		if (help != null) {
			for (SignatureInformation signature : help.getSignatures()) {
				documentation(signature.getDocumentation());
				signature.getParameters().forEach(parameter -> documentation(parameter.getDocumentation()));
			}
		}
		return help;
	}

	private void documentation(Either<String, MarkupContent> documentation) {
		if (documentation != null && documentation.isRight()) {
			page(documentation.getRight());
		}
	}

	MarkupContent page(MarkupContent page) {
		if (page != null) {
			String title = "";
			List<String> blocks = new ArrayList<>();
			for (String block : page.getValue().split("\n\n")) {
				title = block.startsWith(TITLE) ? block.substring(TITLE.length()) : title;
				blocks.add(block(block, OF_NAMES.contains(title)));
			}
			page.setValue(String.join("\n\n", blocks));
		}
		return page;
	}

	private String block(String block, boolean isOfNames) {
		if (block.startsWith(TITLE)) {
			String title = block.substring(TITLE.length());
			return TITLE + translation.label(title).orElse(title);
		}
		return !block.startsWith("- ") ? translation.of(block) : isOfNames ? block
				: block.lines().map(this::fact).collect(Collectors.joining("\n"));
	}

	/** A fact is translated as a whole where it has a form of its own, else its name and each of its values. */
	private String fact(String line) {
		String whole = translation.of(line);
		Matcher fact = FACT.matcher(line);
		return !whole.equals(line) || !fact.matches() ? whole : translation.label(fact.group(1))
				.map(name -> "- **" + name + ":** " + (OF_CODE.contains(fact.group(1)) ? fact.group(2) : values(fact.group(2)))).orElse(line);
	}

	private String values(String values) {
		return COMMA.splitAsStream(values).map(translation::phrase).collect(Collectors.joining(", "));
	}

	/** @return a refusal, which is a whole sentence */
	String sentence(String sentence) {
		return translation.of(sentence);
	}
}
