package io.twinwright.importers.text;

import com.google.inject.Injector;
import io.twinwright.dsl.insert.NewNames;
import io.twinwright.dsl.insert.SignalText;
import io.twinwright.dsl.insert.States;
import io.twinwright.dsl.library.Library;
import io.twinwright.dsl.project.Formatting;
import io.twinwright.dsl.project.Project;
import io.twinwright.importers.draft.Draft;
import io.twinwright.model.Declaration;
import io.twinwright.model.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.scoping.IScopeProvider;

/** Writes a draft as text. It is laid out as {@code twinwright format} does it and can be attached to its plant at once. */
public final class TwinWriter {
	private static final Path FILE = Path.of("imported.twin").toAbsolutePath();

	private final CompletableFuture<Injector> language;
	private final CompletableFuture<XtextResource> file;

	/** @param language gives the injector of the language; it is asked, and reads the library, in another thread while files are read */
	public TwinWriter(Supplier<Injector> language) {
		this.language = CompletableFuture.supplyAsync(language);
		this.file = this.language.thenApply(TwinWriter::empty);
	}

	/**
	 * Writes once.
	 *
	 * @param draft is repaired where it says what no plant can be; it is used up
	 * @param name of the namespace: any text
	 * @param sources what was read, a line each for the comment at the top
	 */
	public Written write(Draft draft, String name, List<String> sources) {
		String namespace = namespace(name);
		Injector injector = language.join();
		XtextResource empty = file.join();
		Map<String, Declaration> library = Library.of(empty.getResourceSet()).declarations();
		Repairs.apply(draft, library);
		Naming naming = new Naming(draft, library);
		SignalText texts = injector.getInstance(SignalText.class);
		States states = new States((Model) empty.getContents().getFirst(), injector.getInstance(IScopeProvider.class), texts, naming.declared);
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
		before.group(() -> draft.media().stream().filter(medium -> medium.library == null).forEach(medium -> declarations.medium(medium, before)));
		before.group(() -> before.addAll(declarations.capabilities()));
		List<Remark> remarks = Stream.of(general, declarations.remarks(), bindings.remarks())
				.flatMap(List::stream).toList();
		return new Written(layOut(empty, before.text() + declarations.lines().text() + bindings.lines().text()), remarks);
	}

	private static XtextResource empty(Injector language) {
		return Project.of(language, new TreeMap<>(Map.of(FILE, "namespace " + namespace("") + "\n")), List.of()).files().getFirst();
	}

	private static String layOut(XtextResource file, String text) {
		try {
			file.reparse(text);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return Formatting.format(file);
	}

	/** @return the namespace of a name: words of small letters, joined by dots */
	private static String namespace(String name) {
		return NewNames.of(name, "imported").toLowerCase(Locale.ROOT);
	}
}
