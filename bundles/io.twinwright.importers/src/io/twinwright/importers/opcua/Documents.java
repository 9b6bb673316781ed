package io.twinwright.importers.opcua;

import io.twinwright.importers.ImportFailure;
import io.twinwright.importers.input.SafeXml;
import io.twinwright.importers.input.Source;
import io.twinwright.importers.input.TooLargeException;
import io.twinwright.nodeset.NodeSets;
import io.twinwright.nodeset.xml.ModelTableEntry;
import io.twinwright.nodeset.xml.UANodeSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Node set documents with those that they require: given with them, found in their folders, or shipped with this program. */
final class Documents {
	private static final String MISSING = "The model '%s' is required and missing: no file beside those that are imported has it. What builds on it is "
			+ "incomplete. Add its node set to the import.";
	private static final String MISSING_VERSION = "The model '%s' (version %s) is required and missing: no file beside those that are imported has it. "
			+ "What builds on it is incomplete. Add its node set to the import.";
	private static final int MOST_NEIGHBOURS = 500;
	private static final int LONGEST_HEAD = 2000;

	private final List<Source> sources;
	private final Map<String, UANodeSet> given = new LinkedHashMap<>();
	private final List<UANodeSet> required = new ArrayList<>();
	private final List<String> remarks = new ArrayList<>();
	private Map<String, Source> neighbours;

	private Documents(List<Source> sources) {
		this.sources = sources;
	}

	/** @param sources of node sets, one at least */
	static Documents read(List<Source> sources) throws ImportFailure, IOException {
		Documents documents = new Documents(sources);
		for (Source source : sources) {
			UANodeSet document = parse(source);
			String model = models(document).isEmpty() ? source.path().toString() : models(document).getFirst().getModelUri();
			if (documents.given.putIfAbsent(model, document) != null) {
				documents.remarks.add("The model '%s' is given twice. The first of its files is taken.".formatted(model));
			}
		}
		documents.require();
		return documents;
	}

	/** @return all documents with whether each is to be imported, those that are required first */
	Map<UANodeSet, Boolean> all() {
		Map<UANodeSet, Boolean> all = new LinkedHashMap<>();
		required.forEach(document -> all.put(document, false));
		given.forEach((model, document) -> all.put(document, !model.equals(Ua.LIBRARY)));
		return all;
	}

	/** @return what is missing, whole sentences */
	List<String> remarks() {
		return remarks;
	}

	private static UANodeSet parse(Source source) throws ImportFailure, IOException {
		try (InputStream stream = source.open()) {
			return NodeSets.read(SafeXml.reader(stream, source.limits()));
		} catch (TooLargeException e) {
			throw e.failure();
		} catch (XMLStreamException e) {
			throw SafeXml.failure(e);
		} catch (IOException e) {
			if (e.getCause() == null) {
				throw new ImportFailure("The file is no node set of OPC UA.", e);
			}
			throw SafeXml.failure(e);
		}
	}

	private static List<ModelTableEntry> models(UANodeSet document) {
		return document.getModels() == null ? List.of() : document.getModels().getModel();
	}

	private void require() throws IOException {
		Set<String> known = new HashSet<>();
		given.values().forEach(document -> models(document).forEach(model -> known.add(model.getModelUri())));
		Deque<ModelTableEntry> open = new ArrayDeque<>();
		given.values().forEach(document -> models(document).forEach(model -> open.addAll(model.getRequiredModel())));
		if (known.add(NodeSets.BASE)) {
			required.add(shipped(NodeSets.BASE));
		}
		while (!open.isEmpty()) {
			ModelTableEntry next = open.remove();
			if (known.add(next.getModelUri())) {
				UANodeSet found = find(next.getModelUri());
				if (found == null) {
					remarks.add((next.getVersion() == null ? MISSING : MISSING_VERSION).formatted(next.getModelUri(), next.getVersion()));
				} else {
					required.add(found);
					models(found).forEach(model -> open.addAll(model.getRequiredModel()));
				}
			}
		}
	}

	private UANodeSet find(String model) throws IOException {
		if (neighbours == null) {
			neighbours = neighbours();
		}
		Source beside = neighbours.get(model);
		if (beside != null) {
			try {
				return parse(beside);
			} catch (ImportFailure e) {
				remarks.add("'%s' has the model '%s' and cannot be read. %s".formatted(beside.name(), model, e.getMessage()));
			}
		}
		return NodeSets.shipped().contains(model) ? shipped(model) : null;
	}

	private static UANodeSet shipped(String model) throws IOException {
		try (InputStream stream = NodeSets.open(model).orElseThrow()) {
			return NodeSets.read(stream);
		}
	}

	/** @return the files in the folders of the sources, by the models that they have */
	private Map<String, Source> neighbours() throws IOException {
		Map<String, Source> found = new HashMap<>();
		Set<Path> folders = new HashSet<>();
		for (Source source : sources) {
			Path folder = source.path().toAbsolutePath().getParent();
			if (folders.add(folder)) {
				int seen = 0;
				try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.[xX][mM][lL]")) {
					for (Path file : files) {
						if (++seen > MOST_NEIGHBOURS) {
							remarks.add("Of the files in '%s' the first %d are looked at for required models.".formatted(folder.getFileName(), MOST_NEIGHBOURS));
							break;
						}
						Source beside = source.beside(file);
						head(beside).forEach(model -> found.putIfAbsent(model, beside));
					}
				}
			}
		}
		return found;
	}

	/** @return the models that a file has, none if it is no node set */
	private static Set<String> head(Source file) throws IOException {
		Set<String> models = new HashSet<>();
		try (InputStream stream = file.open()) {
			XMLStreamReader reader = SafeXml.reader(stream, file.limits());
			int depth = 0;
			for (int events = 0; events < LONGEST_HEAD && reader.hasNext(); events++) {
				int event = reader.next();
				if (event == XMLStreamReader.START_ELEMENT) {
					depth++;
					if (depth == 3 && reader.getLocalName().equals("Model") && reader.getAttributeValue(null, "ModelUri") != null) {
						models.add(reader.getAttributeValue(null, "ModelUri"));
					}
				} else if (event == XMLStreamReader.END_ELEMENT) {
					depth--;
					if (reader.getLocalName().equals("Models")) {
						return models;
					}
				}
			}
		} catch (XMLStreamException | ImportFailure | TooLargeException noNodeSet) {
			return models;
		}
		return models;
	}
}
