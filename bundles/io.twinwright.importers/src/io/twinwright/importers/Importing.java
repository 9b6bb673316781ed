package io.twinwright.importers;

import com.google.inject.Injector;
import io.twinwright.core.diagnostic.FileFailure;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.input.Limits;
import io.twinwright.importers.input.Source;
import io.twinwright.importers.input.TooLargeException;
import io.twinwright.importers.opcua.ServedPlant;
import io.twinwright.importers.text.TwinWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Imports files of any known format as one text. */
public final class Importing {
	private final Supplier<Injector> language;
	private final Limits limits;

	/** @param language gives the injector of the language; it is asked in another thread while files are read */
	public Importing(Supplier<Injector> language) {
		this(language, Limits.USUAL);
	}

	public Importing(Supplier<Injector> language, Limits limits) {
		this.language = language;
		this.limits = limits;
	}

	/**
	 * @param files are read in this order
	 * @param name of the namespace: any text
	 * @throws ImportFailure with a sentence that names the file; nothing is imported then
	 */
	public Imported read(List<Path> files, String name) throws ImportFailure {
		return read(files, List.of(), name);
	}

	/**
	 * @param files are read in this order
	 * @param servers that were read already, whose parts stand before those of files
	 * @param name of the namespace: any text
	 * @throws ImportFailure with a sentence that names the file; nothing is imported then
	 */
	public Imported read(List<Path> files, List<ServedPlant> servers, String name) throws ImportFailure {
		TwinWriter writer = new TwinWriter(language);
		Draft draft = new Draft();
		List<Imported.Read> read = new ArrayList<>();
		for (ServedPlant server : servers) {
			Map<String, Integer> before = new LinkedHashMap<>(draft.counts());
			server.into(draft);
			read.add(new Imported.Read(server.url(), "OPC UA server", added(draft, before)));
		}
		for (Path file : files) {
			read.add(read(new Source(file, files.stream().filter(other -> !other.equals(file)).toList(), limits), draft));
		}
		List<String> sources = read.stream().map(one -> "Imported from " + one.sentence(UnaryOperator.identity())).toList();
		return new Imported(read, writer.write(draft, name, sources));
	}

	private static Imported.Read read(Source source, Draft draft) throws ImportFailure {
		Map<String, Integer> before = new LinkedHashMap<>(draft.counts());
		try {
			if (Files.isDirectory(source.path())) {
				throw new ImportFailure("It is a folder. Name the files in it.");
			}
			Optional<Importer> importer = Importers.of(source);
			if (importer.isEmpty()) {
				throw new ImportFailure("Its format is not known. There are: %s.".formatted(
						Importers.all().stream().map(Importer::name).collect(Collectors.joining(", "))));
			}
			importer.get().read(source, draft);
			return new Imported.Read(source.name(), importer.get().name(), added(draft, before));
		} catch (ImportFailure e) {
			throw new ImportFailure("'%s' cannot be imported. %s".formatted(source.path(), e.getMessage()), e);
		} catch (TooLargeException e) {
			throw new ImportFailure("'%s' cannot be imported. %s".formatted(source.path(), e.getMessage()), e);
		} catch (IOException e) {
			throw new ImportFailure(FileFailure.unreadable(e), e);
		}
	}

	private static Map<String, Integer> added(Draft draft, Map<String, Integer> before) {
		Map<String, Integer> counts = new LinkedHashMap<>();
		draft.counts().forEach((noun, number) -> counts.put(noun, number - before.getOrDefault(noun, 0)));
		counts.values().removeIf(number -> number == 0);
		return counts;
	}
}
