package io.twinwright.importers.aas;

import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.EquipmentDraft;
import io.twinwright.importers.draft.NamedDraft;
import io.twinwright.importers.draft.NumberedDraft;
import io.twinwright.importers.draft.SignalDraft;
import io.twinwright.importers.draft.TypeDraft;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.HasDataSpecification;
import org.eclipse.digitaltwin.aas4j.v3.model.HasSemantics;
import org.eclipse.digitaltwin.aas4j.v3.model.Referable;

/** Finds the signals that elements are about, and declares them where they are not known yet. */
final class Signals {
	private static final List<String> NO_MEANING = List.of("/SMT/General/Arbitrary", "SubmodelTemplates/", "/AssetInterfaces", "example.com", "example.org");

	private final Index index;
	private final Draft draft;
	private final Map<String, Thing> byName;

	/** @param byName things by their qualified names */
	Signals(Index index, Draft draft, Map<String, Thing> byName) {
		this.index = index;
		this.draft = draft;
		this.byName = byName;
	}

	/** @return what an element means by its concept */
	<E extends HasSemantics & HasDataSpecification> Optional<Concept> concept(E element) {
		return index.concept(element);
	}

	/**
	 * The name of a signal: by a concept that was made for it, with what stands between it and the thing; else as the element
	 * is shown, where that is how its {@code idShort} was made; else the {@code idShort}.
	 */
	<E extends Referable & HasSemantics> String name(Thing thing, E element) {
		String idShort = element.getIdShort() == null ? "" : element.getIdShort();
		String shown = Elements.displayName(element).orElse("");
		Optional<String> known = Elements.meanings(element).stream().filter(id -> id.endsWith(":concept"))
				.map(id -> inside(thing, Own.qualifiedName(id).orElse(""))).flatMap(Optional::stream).findFirst();
		if (known.isPresent()) {
			String name = known.get();
			String numbered = shown.startsWith(name + "#") ? shown : "";
			String rest = idShort.length() > name.length() && idShort.startsWith(name.replaceAll("[^A-Za-z0-9_]", "_") + "_")
					? idShort.substring(name.length() + 1) : "";
			return !numbered.isEmpty() ? numbered : rest.matches("\\d{1,9}") ? name + "#" + rest : name;
		}
		boolean isName = !shown.isEmpty() && (shown.replaceAll("[^A-Za-z0-9_]", "_").equals(idShort)
				|| shown.matches("[\\p{L}_][\\p{L}\\p{N}_.#]*") && !shown.chars().allMatch(c -> c < 0x80));
		return isName ? shown : idShort;
	}

	/** @return the path from a thing, or from one of its types, to what has a qualified name */
	private Optional<String> inside(Thing thing, String qualifiedName) {
		if (qualifiedName.isEmpty()) {
			return Optional.empty();
		}
		List<EquipmentDraft> lineage = thing.structure() == null ? List.of() : Thing.lineage(thing.structure()).toList();
		String around = qualifiedName;
		while (!around.isEmpty()) {
			around = Own.around(around);
			Thing declaring = byName.get(around);
			if (declaring != null && (declaring == thing || lineage.contains(declaring.draft))) {
				return Optional.of(qualifiedName.substring(around.length() + 1));
			}
		}
		return Optional.of(Own.last(qualifiedName)).filter(name -> Own.isLibrary(qualifiedName));
	}

	/** @return the way from the root asset of a thing, or from a type, to a signal, which has at least that number; empty if it is not declared */
	Optional<List<NamedDraft>> find(Thing thing, String path) {
		Optional<List<NamedDraft>> way = thing.signal(path).map(inside -> Ways.join(thing.way, inside)).or(() ->
				thing.kind != Thing.Kind.POSITION || thing.root == null ? Optional.empty() : Ways.of(thing.root, beside(thing, path)));
		way.map(List::getLast).filter(NumberedDraft.class::isInstance).map(NumberedDraft.class::cast).ifPresent(one -> {
			SignalDraft signal = (SignalDraft) one.repeated;
			signal.repeated = Math.max(signal.repeated, one.number);
		});
		return way;
	}

	/**
	 * Declares a signal.
	 *
	 * @param isCommon whether all pieces of the type of a thing have it
	 * @return the way to it
	 */
	List<NamedDraft> declare(Thing thing, String path, List<String> meanings, boolean isCommon) {
		EquipmentDraft holder = holder(thing, meanings, isCommon);
		boolean isBeside = holder == thing.root && thing.kind == Thing.Kind.POSITION;
		int hash = path.lastIndexOf('#');
		boolean isNumbered = hash > 0 && path.substring(hash + 1).matches("\\d{1,5}");
		String plain = isNumbered ? path.substring(0, hash) : path;
		SignalDraft signal = inner(holder, isBeside ? beside(thing, plain) : plain);
		if (isNumbered) {
			signal.repeated = Math.max(signal.repeated, Integer.parseInt(path.substring(hash + 1)));
		}
		draft.count("signal");
		return find(thing, path).orElse(List.of(signal));
	}

	/** A parameter of a service stands in its braces. */
	private static SignalDraft inner(EquipmentDraft holder, String path) {
		int dot = path.indexOf('.');
		return dot < 0 ? holder.signal(path) : holder.services.stream().filter(service -> service.name.equals(path.substring(0, dot))).findFirst()
				.map(service -> service.signal(path.substring(dot + 1))).orElseGet(() -> holder.signal(path));
	}

	private static String beside(Thing thing, String path) {
		return thing.way.stream().map(step -> step.name).collect(Collectors.joining(".")) + "." + path;
	}

	/** Signals belong to the type for which their concept was made, else if they are common to that of the thing, else to itself. */
	private EquipmentDraft holder(Thing thing, List<String> meanings, boolean isCommon) {
		for (String meaning : meanings) {
			String around = Own.around(Own.qualifiedName(meaning).orElse(""));
			Thing declaring = byName.get(around);
			if (declaring != null && declaring.draft != null && !declaring.isLibrary() && thing.structure() != null
					&& Thing.lineage(thing.structure()).anyMatch(each -> each == declaring.draft)) {
				return declaring.draft;
			}
		}
		TypeDraft type = thing.type;
		boolean isDeclared = type != null && type.library == null;
		return switch (thing.kind) {
			case TYPE -> thing.draft;
			case PIECE -> isDeclared && isCommon ? type : thing.draft;
			case POSITION -> isDeclared ? type : thing.root;
		};
	}

	/** Fills in what an element and its concept say: unit, states, label, description and meaning. */
	<E extends Referable & HasSemantics & HasDataSpecification> void fill(SignalDraft signal, E element, Data data) {
		signal.data = data;
		concept(element).ifPresent(concept -> concept.fill(signal));
		label(signal, element);
		signal.description = Elements.description(element).orElse(null);
		signal.semantic = meaning(Elements.meanings(element)).orElse(null);
	}

	/** Shows a signal as its element is shown, unless that is its name. */
	void label(SignalDraft signal, Referable element) {
		labelOf(element, signal.name).ifPresent(label -> signal.label = label);
	}

	/** @return how an element is shown, unless that is its name or ends with it */
	Optional<String> labelOf(Referable element, String name) {
		return Elements.displayName(element).filter(shown -> !shown.equals(name) && !shown.startsWith(name + "#") && !shown.endsWith("." + name));
	}

	/** @return the meaning that is known outside of the file */
	Optional<String> meaning(List<String> meanings) {
		return meanings.stream().filter(meaning -> Own.qualifiedName(meaning).isEmpty() && NO_MEANING.stream().noneMatch(meaning::contains))
				.findFirst();
	}

	/** @return the values of a type of XML Schema */
	static Data data(DataTypeDefXsd type) {
		return switch (type) {
			case null -> Data.TEXT;
			case DOUBLE, FLOAT, DECIMAL -> Data.REAL;
			case INTEGER, INT, LONG, SHORT, BYTE, UNSIGNED_INT, UNSIGNED_LONG, UNSIGNED_SHORT, UNSIGNED_BYTE, NON_NEGATIVE_INTEGER,
				POSITIVE_INTEGER, NON_POSITIVE_INTEGER, NEGATIVE_INTEGER -> Data.INTEGER;
			case BOOLEAN -> Data.TRUTH;
			case DATE_TIME -> Data.TIME;
			default -> Data.TEXT;
		};
	}

	/** @return a number, empty if the text is none */
	static Optional<BigDecimal> number(String text) {
		try {
			BigDecimal number = text == null ? null : new BigDecimal(text.strip());
			return Optional.ofNullable(number).map(each -> each.signum() == 0 ? BigDecimal.ZERO : each.stripTrailingZeros());
		} catch (NumberFormatException e) {
			return Optional.empty();
		}
	}
}
