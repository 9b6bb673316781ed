package io.twinwright.importers.aas;

import io.twinwright.core.binding.EndpointUrl;
import io.twinwright.importers.draft.BindingDraft;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.EndpointDraft;
import io.twinwright.importers.draft.NamedDraft;
import io.twinwright.importers.draft.SignalDraft;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.digitaltwin.aas4j.v3.model.File;
import org.eclipse.digitaltwin.aas4j.v3.model.Property;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/**
 * Reads Time Series Data (IDTA 02008): the columns of a record are signals, linked segments say how often they are sampled and
 * where they come from, and external segments name files. A column that is recorded nowhere is computed, and has no formula here.
 */
final class TimeSeries {
	private static final Pattern IN_FILE = Pattern.compile(" In '[^']*'(?: at '([^']*)')? as '([^']*)'\\.$");
	private static final String LINKED = "LinkedSegment";

	private final Signals signals;
	private final Draft draft;
	private Set<String> bound;
	/** What has the same values that are computed. */
	private final Map<List<String>, List<String>> computed = new LinkedHashMap<>();

	TimeSeries(Signals signals, Draft draft) {
		this.signals = signals;
		this.draft = draft;
	}

	void read(Thing thing, Submodel submodel) {
		Optional<SubmodelElement> segments = Elements.child(submodel, "Segments");
		List<SubmodelElement> all = segments.map(Elements::in).orElse(List.of());
		List<EndpointDraft> files = new ArrayList<>();
		all.stream().filter(segment -> Elements.child(segment, "File").isPresent()).forEach(segment -> file(segment).ifPresent(files::add));
		List<String> computed = new ArrayList<>();
		Optional<SubmodelElement> record = Elements.child(submodel, "Metadata").flatMap(metadata -> Elements.child(metadata, "Record"));
		for (SubmodelElement column : record.map(Elements::in).orElse(List.of())) {
			if (column instanceof Property property && !Elements.means(property, "/Time") && !Elements.means(property, "UtcTime")) {
				column(thing, property, all, files, computed);
			}
		}
		all.stream().filter(segment -> Elements.child(segment, "Records").isPresent()).forEach(segment ->
				draft.remark("The samples in segment '%s' of '%s' are not imported.".formatted(segment.getIdShort(), thing.name)));
		if (!computed.isEmpty()) {
			this.computed.computeIfAbsent(computed, missing -> new ArrayList<>()).add(thing.name);
		}
	}

	/** Says what is left out because it is computed. */
	void report() {
		computed.forEach((names, things) -> draft.remark("A shell holds no formulas, so values that are computed are left out: %s of %s."
				.formatted(Contents.quoted(names), Contents.quoted(things))));
	}

	private Optional<EndpointDraft> file(SubmodelElement segment) {
		return Elements.child(segment, "File").filter(File.class::isInstance).map(each -> ((File) each).getValue())
				.filter(url -> url != null && EndpointUrl.of(url).protocol().isPresent()).map(url -> {
					String name = String.valueOf(segment.getIdShort()).replaceFirst("^ExternalSegment_(?=.)", "");
					draft.count("endpoint");
					return draft.endpoint(url, name);
				});
	}

	private void column(Thing thing, Property column, List<SubmodelElement> segments, List<EndpointDraft> files, List<String> computed) {
		String name = signals.name(thing, column);
		String recorded = Elements.displayName(column).orElse(name);
		Optional<SubmodelElement> segment = segments.stream().filter(each -> String.valueOf(each.getIdShort()).equals(LINKED + "_" + column.getIdShort())
				|| Elements.text(each, "Name").filter(recorded::equals).isPresent()).findFirst();
		Matcher inFile = IN_FILE.matcher(Elements.description(column).orElse(""));
		boolean isInFile = inFile.find();
		boolean isSampled = segment.isPresent() || isInFile || segments.stream().anyMatch(each -> Elements.child(each, "Records").isPresent());
		Optional<List<NamedDraft>> known = signals.find(thing, name).or(() -> elsewhere(thing, name));
		if (known.isEmpty() && !isSampled) {
			computed.add(name);
			return;
		}
		if (known.isEmpty() && name.contains(".")) {
			draft.remark("The time series of '%s' has a column '%s' of something that is not in the file.".formatted(thing.name, name));
			return;
		}
		List<NamedDraft> way = known.orElseGet(() -> signals.declare(thing, name, Elements.meanings(column), true));
		SignalDraft signal = Ways.last(way);
		if (known.isEmpty()) {
			signals.fill(signal, column, Signals.data(column.getValueType()));
			signal.description = null;
			signal.kind = signals.concept(column).flatMap(Concept::kind).orElse(null);
		}
		segment.ifPresent(each -> every(signal, each));
		if (thing.root != null && !thing.root.bindings.containsKey(way)) {
			segment.ifPresent(each -> link(thing, way, each));
			if (isInFile && files.size() == 1) {
				recorded(thing, way, files.getFirst(), inFile.group(1), inFile.group(2));
			}
		}
	}

	/** What is not in a thing stands with its whole path. */
	private static Optional<List<NamedDraft>> elsewhere(Thing thing, String name) {
		return thing.root != null && name.startsWith(thing.root.name + ".") ? Ways.of(thing.root, name.substring(thing.root.name.length() + 1))
				: Optional.empty();
	}

	/** A column of a file, which may have the rows of other pieces too; then the piece is bound to its rows. */
	private void recorded(Thing thing, List<NamedDraft> way, EndpointDraft file, String rows, String column) {
		SignalDraft signal = Ways.last(way);
		if (rows == null) {
			thing.root.bindings.put(way, new BindingDraft(file, column));
		} else {
			thing.root.binding = thing.root.binding == null ? new BindingDraft(file, rows) : thing.root.binding;
			if (signal.node.isEmpty() && !column.equals(signal.name)) {
				signal.node.addAll(List.of(column.split("/")));
			}
		}
		draft.count("binding");
	}

	private static void every(SignalDraft signal, SubmodelElement segment) {
		if (signal.every == null) {
			BigDecimal second = BigDecimal.valueOf(1000);
			signal.every = Elements.text(segment, "SamplingInterval").flatMap(Signals::number).map(second::multiply)
					.or(() -> Elements.text(segment, "SamplingRate").flatMap(Signals::number).filter(rate -> rate.signum() > 0)
							.map(rate -> second.divide(rate, MathContext.DECIMAL32).stripTrailingZeros())).orElse(null);
		}
	}

	/** @return what is bound already, as URL and address: the interfaces are read before, and a position has the samples of its piece */
	private Set<String> bound() {
		if (bound == null) {
			bound = draft.assets().stream().flatMap(asset -> asset.bindings.values().stream())
					.map(binding -> binding.endpoint().url + " " + binding.address()).collect(Collectors.toCollection(HashSet::new));
		}
		return bound;
	}

	private void link(Thing thing, List<NamedDraft> way, SubmodelElement segment) {
		Optional<String> url = Elements.text(segment, "Endpoint").filter(text -> EndpointUrl.of(text).protocol().isPresent());
		Optional<String> query = Elements.text(segment, "Query");
		if (url.isPresent() && query.isPresent() && bound().add(url.get() + " " + query.get())) {
			thing.root.bindings.put(way, new BindingDraft(draft.endpoint(url.get(), "source"), query.get()));
			draft.count("binding");
		}
	}
}
