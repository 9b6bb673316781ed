package io.twinwright.importers.text;

import com.google.inject.Injector;
import io.twinwright.dsl.insert.NewNames;
import io.twinwright.dsl.insert.SignalText;
import io.twinwright.dsl.insert.States;
import io.twinwright.dsl.library.Library;
import io.twinwright.dsl.project.Formatting;
import io.twinwright.dsl.project.Project;
import io.twinwright.importers.draft.Draft;
import io.twinwright.model.Model;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.scoping.IScopeProvider;

/** Writes drafts as texts. A text is laid out as {@code twinwright format} does it and can be attached to its plant at once. */
public final class TwinWriter {
	private static final Path FILE = Path.of("imported.twin").toAbsolutePath();

	private final Injector language;

	/** @param language the injector of the language */
	public TwinWriter(Injector language) {
		this.language = language;
	}

	/**
	 * @param draft is repaired where it says what no plant can be; it is used up
	 * @param name of the namespace: any text
	 * @param sources what was read, a line each for the comment at the top
	 */
	public Written write(Draft draft, String name, List<String> sources) {
		String namespace = namespace(name);
		Repairs.apply(draft);
		XtextResource empty = parse("namespace " + namespace + "\n");
		Naming naming = new Naming(draft, Library.of(empty.getResourceSet()).declarations());
		SignalText texts = language.getInstance(SignalText.class);
		States states = new States((Model) empty.getContents().getFirst(), language.getInstance(IScopeProvider.class), texts, naming.declared);
		Declarations declarations = new Declarations(naming, texts, new SignalLines(texts, states));
		draft.capabilities().stream().filter(capability -> capability.library == null).forEach(declarations::capability);
		draft.types().stream().filter(type -> type.library == null).forEach(declarations::type);
		draft.assets().forEach(declarations::asset);
		Bindings bindings = new Bindings(naming, texts, declarations.left());
		draft.assets().forEach(bindings::add);
		Lines before = new Lines();
		sources.forEach(before::comment);
		before.add("namespace " + namespace);
		List<Remark> general = draft.remarks().stream().map(sentence -> new Remark("", sentence)).toList();
		before.group(() -> general.forEach(remark -> before.comment(remark.sentence())));
		before.group(() -> draft.sites().forEach(site -> declarations.site(site, before)));
		before.group(() -> draft.endpoints().forEach(endpoint -> declarations.endpoint(endpoint, before)));
		before.group(() -> states.declarations().forEach(before::add));
		before.group(() -> before.addAll(declarations.capabilities()));
		List<Remark> remarks = Stream.of(general, declarations.remarks(), bindings.remarks())
				.flatMap(List::stream).toList();
		return new Written(Formatting.format(parse(before.text() + declarations.lines().text() + bindings.lines().text())), remarks);
	}

	private XtextResource parse(String text) {
		return Project.of(language, new TreeMap<>(Map.of(FILE, text)), List.of()).files().getFirst();
	}

	/** @return the namespace of a name: words of small letters, joined by dots */
	private static String namespace(String name) {
		return NewNames.of(name, "imported").toLowerCase(Locale.ROOT);
	}
}
