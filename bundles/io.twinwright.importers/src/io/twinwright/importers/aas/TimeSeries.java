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
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.digitaltwin.aas4j.v3.model.File;
import org.eclipse.digitaltwin.aas4j.v3.model.Property;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/**
 * Reads Time Series Data (IDTA 02008): the columns of a record are signals, linked segments say how often they are sampled and
 * where they come from, and external segments name files. A column that is recorded nowhere is computed, and has no formula here.
 */
final class TimeSeries {
	private static final Pattern IN_FILE = Pattern.compile(" In '[^']*'(?: at '[^']*')? as '([^']*)'\\.$");
	private static final String LINKED = "LinkedSegment";

	private final Signals signals;
	private final Draft draft;

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
			draft.remark("A shell holds no formulas, so these values of '%s', which are computed, are left out: %s.".formatted(thing.name,
					Contents.quoted(computed)));
		}
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
		Optional<List<NamedDraft>> known = signals.find(thing, name);
		if (known.isEmpty() && !isSampled) {
			computed.add(name);
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
				thing.root.bindings.put(way, new BindingDraft(files.getFirst(), inFile.group(1)));
				draft.count("binding");
			}
		}
	}

	private static void every(SignalDraft signal, SubmodelElement segment) {
		if (signal.every == null) {
			BigDecimal second = BigDecimal.valueOf(1000);
			signal.every = Elements.text(segment, "SamplingInterval").flatMap(Signals::number).map(second::multiply)
					.or(() -> Elements.text(segment, "SamplingRate").flatMap(Signals::number).filter(rate -> rate.signum() > 0)
							.map(rate -> second.divide(rate, MathContext.DECIMAL32))).orElse(null);
		}
	}

	private void link(Thing thing, List<NamedDraft> way, SubmodelElement segment) {
		Optional<String> url = Elements.text(segment, "Endpoint").filter(text -> EndpointUrl.of(text).protocol().isPresent());
		Optional<String> query = Elements.text(segment, "Query");
		if (url.isPresent() && query.isPresent()) {
			thing.root.bindings.put(way, new BindingDraft(draft.endpoint(url.get(), "source"), query.get()));
			draft.count("binding");
		}
	}
}
