package io.twinwright.importers.aas;

import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.NamedDraft;
import io.twinwright.importers.draft.RefinementDraft;
import io.twinwright.importers.draft.SignalDraft;
import io.twinwright.model.SignalKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.digitaltwin.aas4j.v3.model.Entity;
import org.eclipse.digitaltwin.aas4j.v3.model.MultiLanguageProperty;
import org.eclipse.digitaltwin.aas4j.v3.model.Property;
import org.eclipse.digitaltwin.aas4j.v3.model.Range;
import org.eclipse.digitaltwin.aas4j.v3.model.Referable;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementCollection;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementList;

/** Reads values and ranges, at any depth, as properties; what has another form is noted by its kind. */
final class Properties {
	private final Signals signals;
	private final Draft draft;

	Properties(Signals signals, Draft draft) {
		this.signals = signals;
		this.draft = draft;
	}

	/** @return how many values were read of all elements of a submodel; what else is in it is noted if anything was read */
	int read(Thing thing, Submodel submodel) {
		Map<String, Integer> others = new TreeMap<>();
		int read = all(thing, submodel, "", SignalKind.PROPERTY, others);
		if (read > 0) {
			note(thing, submodel, others);
		}
		return read;
	}

	/** Reads all values in a section. */
	void section(Thing thing, Referable section, String before, SignalKind kind) {
		Map<String, Integer> others = new TreeMap<>();
		all(thing, section, before, kind, others);
		note(thing, section, others);
	}

	private static void note(Thing thing, Referable around, Map<String, Integer> others) {
		if (!others.isEmpty()) {
			thing.draft.notes.add("Of '%s' is not imported: %s.".formatted(around.getIdShort(), others.entrySet().stream()
					.map(other -> other.getValue() + " " + other.getKey() + (other.getValue() > 1 ? "s" : "")).collect(Collectors.joining(", "))));
		}
	}

	/** Reads one value. */
	void one(Thing thing, Property property, SignalKind kind) {
		value(thing, property, "", kind);
	}

	/**
	 * @param before the names of the collections around, each with an underscore behind it
	 * @return how many values were read
	 */
	private int all(Thing thing, Referable around, String before, SignalKind kind, Map<String, Integer> others) {
		int read = 0;
		int number = 0;
		for (SubmodelElement element : Elements.in(around)) {
			number++;
			String idShort = element.getIdShort() == null ? Integer.toString(number) : element.getIdShort();
			switch (element) {
				case Property property -> read += value(thing, property, before, kind);
				case MultiLanguageProperty texts -> read += value(thing, texts, before, kind);
				case Range range -> read += range(thing, range, before, kind);
				case SubmodelElementCollection inner -> read += all(thing, inner, before + idShort + "_", kind, others);
				case SubmodelElementList inner -> read += all(thing, inner, before + idShort + "_", kind, others);
				case Entity inner -> read += all(thing, inner, before + idShort + "_", kind, others);
				default -> others.merge(noun(element), 1, Integer::sum);
			}
		}
		return read;
	}

	private static String noun(SubmodelElement element) {
		return element.getClass().getSimpleName().replaceFirst("^Default", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
	}

	private String path(Thing thing, SubmodelElement element, String before) {
		String name = signals.name(thing, element);
		return before + (name.isEmpty() ? "value" : name);
	}

	private int value(Thing thing, SubmodelElement element, String before, SignalKind kind) {
		String path = path(thing, element, before);
		Data data = element instanceof Property property ? Signals.data(property.getValueType()) : Data.TEXT;
		String value = Elements.text(element).orElse(null);
		if (value != null && (data == Data.REAL || data == Data.INTEGER) && Signals.number(value).isEmpty()) {
			draft.remark("Property '%s' of '%s' is invalid: its value '%s' is no number.".formatted(path, thing.name, value));
			value = null;
		}
		Optional<List<NamedDraft>> known = signals.find(thing, path);
		if (known.isPresent()) {
			refine(thing, known.get(), null, null, value);
			return 1;
		}
		SignalDraft signal = Ways.last(signals.declare(thing, path, Elements.meanings(element), false));
		signal.value = value;
		signals.fill(signal, element, data);
		signal.kind = kind;
		return 1;
	}

	/** Reads a range, of a signal that is declared otherwise or here. */
	int range(Thing thing, Range range, String before, SignalKind kind) {
		String path = path(thing, range, before);
		BigDecimal low = bound(thing, path, range.getMin());
		BigDecimal high = bound(thing, path, range.getMax());
		Optional<List<NamedDraft>> known = signals.find(thing, path);
		if (known.isPresent()) {
			SignalDraft signal = Ways.last(known.get());
			if (signal.low == null && signal.high == null && owns(thing, signal)) {
				signal.low = low;
				signal.high = high;
			} else {
				refine(thing, known.get(), low, high, null);
			}
			return 1;
		}
		SignalDraft signal = Ways.last(signals.declare(thing, path, Elements.meanings(range), false));
		signal.low = low;
		signal.high = high;
		signals.fill(signal, range, Signals.data(range.getValueType()));
		signal.kind = signals.concept(range).flatMap(Concept::kind).orElse(!signal.states.isEmpty() ? SignalKind.STATE : kind);
		return 1;
	}

	private BigDecimal bound(Thing thing, String path, String text) {
		Optional<BigDecimal> number = Signals.number(text);
		if (text != null && !text.isBlank() && number.isEmpty()) {
			draft.remark("Range '%s' of '%s' is invalid: its bound '%s' is no number.".formatted(path, thing.name, text));
		}
		return number.orElse(null);
	}

	/** A piece or type may say another value, or a narrower range, than its type; what is the same is not said again. */
	private static void refine(Thing thing, List<NamedDraft> way, BigDecimal low, BigDecimal high, String value) {
		SignalDraft signal = Ways.last(way);
		if (owns(thing, signal)) {
			return;
		}
		List<RefinementDraft> known = Thing.lineage(thing.draft).flatMap(each -> each.refinements.stream()).filter(each -> each.way().equals(way)).toList();
		String before = known.stream().map(RefinementDraft::value).filter(Objects::nonNull).findFirst().orElse(signal.value);
		BigDecimal least = known.stream().map(RefinementDraft::low).filter(Objects::nonNull).findFirst().orElse(signal.low);
		BigDecimal most = known.stream().map(RefinementDraft::high).filter(Objects::nonNull).findFirst().orElse(signal.high);
		boolean isFixed = signal.kind == SignalKind.PROPERTY || signal.kind == SignalKind.PARAMETER;
		boolean isOther = value != null && isFixed && !same(value, before);
		boolean isInside = low != null && high != null && least != null && most != null && low.compareTo(least) >= 0 && high.compareTo(most) <= 0;
		boolean isNarrower = isInside && (low.compareTo(least) > 0 || high.compareTo(most) < 0);
		if (isOther || isNarrower) {
			thing.draft.refinements.add(new RefinementDraft(way, isNarrower ? low : null, isNarrower ? high : null, isOther ? value : null));
		}
	}

	private static boolean owns(Thing thing, SignalDraft signal) {
		return thing.draft.named(signal.name).filter(signal::equals).isPresent()
				|| thing.draft.services.stream().anyMatch(service -> service.signals.contains(signal)
						|| service.procedures.stream().anyMatch(procedure -> procedure.signals.contains(signal)));
	}

	private static boolean same(String one, String other) {
		return one.equals(other) || other != null && Signals.number(one).isPresent() && Signals.number(one).equals(Signals.number(other));
	}
}
