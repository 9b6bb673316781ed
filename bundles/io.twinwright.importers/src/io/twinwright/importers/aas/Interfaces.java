package io.twinwright.importers.aas;

import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.core.binding.EndpointUrl;
import io.twinwright.core.binding.Protocol;
import io.twinwright.importers.draft.BindingDraft;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.EndpointDraft;
import io.twinwright.importers.draft.NamedDraft;
import io.twinwright.importers.draft.SignalDraft;
import io.twinwright.model.SignalKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.digitaltwin.aas4j.v3.model.Property;
import org.eclipse.digitaltwin.aas4j.v3.model.Range;
import org.eclipse.digitaltwin.aas4j.v3.model.ReferenceElement;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/** Reads the Asset Interfaces Description (IDTA 02017) with OPC UA, MQTT and HTTP: endpoints, and signals with their bindings. */
final class Interfaces {
	private static final Set<String> WRITES = Set.of("publish", "put", "post", "patch");

	private final Signals signals;
	private final Index index;
	private final Draft draft;
	private final Map<String, Thing> byAsset;
	private final Set<EndpointDraft> described = new HashSet<>();

	Interfaces(Signals signals, Index index, Draft draft, Map<String, Thing> byAsset) {
		this.byAsset = byAsset;
		this.signals = signals;
		this.index = index;
		this.draft = draft;
	}

	void read(Thing thing, Submodel submodel) {
		for (SubmodelElement element : Elements.in(submodel)) {
			Optional<SubmodelElement> metadata = Elements.child(element, "EndpointMetadata");
			Optional<SubmodelElement> interactions = Elements.child(element, "InteractionMetadata").or(() -> Elements.child(element, "InterfaceMetadata"));
			if (metadata.isEmpty() || interactions.isEmpty()) {
				note(thing, "'%s' in its interfaces has no endpoint or no interactions.".formatted(element.getIdShort()));
				continue;
			}
			EndpointDraft endpoint = endpoint(thing, element, metadata.get());
			for (SubmodelElement kind : Elements.in(interactions.get())) {
				if ("properties".equalsIgnoreCase(kind.getIdShort())) {
					Elements.in(kind).forEach(property -> property(thing, endpoint, property, ""));
				} else if (!Elements.in(kind).isEmpty()) {
					note(thing, "%d %s of interface '%s' are not imported.".formatted(Elements.in(kind).size(), kind.getIdShort(), element.getIdShort()));
				}
			}
		}
	}

	private static void note(Thing thing, String sentence) {
		(thing.draft != null ? thing.draft : thing.root != null ? thing.root : thing.type).notes.add(sentence);
	}

	private EndpointDraft endpoint(Thing thing, SubmodelElement anInterface, SubmodelElement metadata) {
		String url = Elements.text(metadata, "base").orElse("");
		String idShort = anInterface.getIdShort() == null ? "Interface" : anInterface.getIdShort();
		String name = idShort.replaceFirst("^Interface(OPCUA|MQTT|HTTP|MODBUS)_(?=.)", "");
		boolean isUsable = EndpointUrl.of(url).protocol().isPresent();
		if (!isUsable) {
			note(thing, url.isEmpty() ? "Interface '%s' has no base address.".formatted(idShort)
					: "The base address '%s' of interface '%s' is of no protocol that is known.".formatted(url, idShort));
			return null;
		}
		EndpointDraft endpoint = draft.endpoint(url, name);
		if (described.add(endpoint)) {
			draft.count("endpoint");
			Elements.text(anInterface, "title").filter(title -> !title.equals(name)).ifPresent(title -> endpoint.label = title);
			Elements.all(metadata).filter(Property.class::isInstance).forEach(each -> Elements.text(each).ifPresent(text -> security(endpoint, each, text)));
			String scheme = EndpointUrl.of(url).protocol().map(Protocol::name).orElse("");
			if (scheme.equals("OPC_UA")) {
				endpoint.entries.putIfAbsent("security", "None");
			}
		}
		return endpoint;
	}

	private static void security(EndpointDraft endpoint, SubmodelElement element, String text) {
		switch (element.getIdShort() == null ? "" : element.getIdShort()) {
			case "uav_securityPolicy" -> endpoint.entries.put("security", text.substring(text.lastIndexOf('#') + 1));
			case "uav_securityMode" -> endpoint.entries.put("mode", text);
			case "uav_userIdentityToken" -> endpoint.notes.add("It asks for a login (%s). Name the secret that has it as 'user secret \"…\"'.".formatted(text));
			case "scheme" -> {
				if (!Set.of("nosec", "ua_channelsec", "ua_authentication").contains(text)) {
					endpoint.notes.add("It asks for a login ('%s'). Name the secret that has it.".formatted(text));
				}
			}
			default -> {
			}
		}
	}

	/** A property, perhaps of an object with properties of its own. */
	private void property(Thing thing, EndpointDraft endpoint, SubmodelElement element, String before) {
		String key = before + Elements.text(element, "key").orElse(element.getIdShort() == null ? "property" : element.getIdShort());
		draft.count("interaction");
		Optional<SubmodelElement> inner = Elements.child(element, "properties");
		Optional<SubmodelElement> forms = Elements.child(element, "forms");
		if (inner.isPresent() && !Elements.in(inner.get()).isEmpty()) {
			Elements.in(inner.get()).forEach(each -> property(thing, endpoint, each, key + "_"));
			if (forms.isEmpty()) {
				return;
			}
		}
		List<String> outside = Elements.child(element, "valueSemantics").filter(ReferenceElement.class::isInstance)
				.map(each -> Elements.keys(((ReferenceElement) each).getValue())).orElse(List.of());
		String plain = key.replaceFirst("#\\d+$", "");
		List<String> meanings = index.withCases(outside, plain.substring(plain.lastIndexOf('.') + 1));
		Optional<Concept> concept = index.concept(meanings);
		Optional<List<NamedDraft>> known = signals.find(thing, key);
		List<NamedDraft> way = known.orElseGet(() -> signals.declare(thing, key, meanings, true));
		SignalDraft signal = Ways.last(way);
		if (known.isEmpty()) {
			fill(signal, element, forms, meanings, concept);
		}
		if (signal.node.isEmpty() && !key.contains(".")) {
			forms.flatMap(form -> Elements.text(form, "uav_browsePath")).ifPresent(path -> signal.node.addAll(node(thing, signal, path)));
		}
		forms.ifPresent(form -> bind(thing, endpoint, way, signal, element, form));
	}

	private void fill(SignalDraft signal, SubmodelElement element, Optional<SubmodelElement> forms, List<String> meanings, Optional<Concept> concept) {
		String type = Elements.text(element, "type").orElse("").toLowerCase(Locale.ROOT);
		signal.data = switch (type) {
			case "integer" -> Data.INTEGER;
			case "boolean" -> Data.TRUTH;
			case "string" -> Data.TEXT;
			case "object", "array", "null" -> Data.OTHER;
			default -> Data.REAL;
		};
		concept.ifPresent(each -> each.fill(signal));
		if (signal.ucum == null && signal.unit == null) {
			signal.unit = Elements.text(element, "unit").orElse(null);
			boolean isUcum = Elements.child(element, "unit").filter(Property.class::isInstance).map(each -> Elements.keys(((Property) each).getValueId()))
					.filter(keys -> !keys.isEmpty() && keys.getFirst().equals("http://unitsofmeasure.org")).isPresent();
			signal.ucum = isUcum ? signal.unit : null;
		}
		Elements.text(element, "title").filter(title -> !title.equals(signal.name) && !title.startsWith(signal.name + "#")).ifPresent(title -> signal.label = title);
		signal.description = Elements.description(element).orElse(null);
		signal.semantic = signals.meaning(meanings).orElse(null);
		range(element).ifPresent(range -> {
			signal.low = Signals.number(range.getMin()).orElse(null);
			signal.high = Signals.number(range.getMax()).orElse(null);
		});
		signal.kind = concept.flatMap(Concept::kind).orElseGet(() -> kind(signal, element, forms));
	}

	private static SignalKind kind(SignalDraft signal, SubmodelElement element, Optional<SubmodelElement> forms) {
		boolean isWritten = forms.flatMap(form -> Elements.text(form, "mqv_controlPacket", "htv_methodName"))
				.filter(text -> WRITES.contains(text.toLowerCase(Locale.ROOT))).isPresent();
		boolean isFixed = Elements.text(element, "observable").filter("false"::equals).isPresent() && forms.flatMap(form ->
				Elements.text(form, "mqv_controlPacket", "htv_methodName")).isEmpty();
		boolean isState = !signal.states.isEmpty() || signal.data == Data.TEXT || signal.data == Data.STATE;
		return isWritten ? SignalKind.ACTUATOR : isFixed ? SignalKind.PROPERTY : isState ? SignalKind.STATE : SignalKind.SENSOR;
	}

	/** @return the names below a thing that lead to a signal; none where that is only its own name, or where an escape hides a name */
	private static List<String> node(Thing thing, SignalDraft signal, String path) {
		List<String> names = new ArrayList<>(Arrays.stream(path.split("/")).filter(name -> !name.isEmpty())
				.map(name -> name.replaceAll("&(.)", "$1")).toList());
		List<String> around = thing.way.stream().map(step -> step.name).toList();
		if (names.size() > around.size() && names.subList(0, around.size()).equals(around)) {
			names.subList(0, around.size()).clear();
		}
		if (signal.repeated > 0 && !names.isEmpty()) {
			names.set(names.size() - 1, names.getLast().replaceFirst("#\\d+$", ""));
		}
		return names.equals(List.of(signal.name)) ? List.of() : names;
	}

	private void bind(Thing thing, EndpointDraft endpoint, List<NamedDraft> way, SignalDraft signal, SubmodelElement element, SubmodelElement form) {
		Optional<String> target = Elements.text(form, "href");
		if (endpoint == null || target.isEmpty()) {
			return;
		}
		if (thing.root == null) {
			thing.root = draft.asset("piece of " + thing.assetId, thing.name + "_1");
			thing.root.type = thing.type;
			thing.root.notes.add("The file names a server of a type. This is the piece of it that has the server.");
		}
		boolean isOpcUa = endpoint.url.toLowerCase(Locale.ROOT).startsWith("opc.");
		String href = target.get();
		String address = isOpcUa ? href.replaceFirst("^.*\\?id=", "").replace("%26", "&").replace("%23", "#") : href.replaceFirst("^/", "");
		String unit = Elements.text(element, "unit").filter(text -> signal.ucum != null && !text.equals(signal.ucum)).orElse(null);
		draft.count("binding");
		if (!isOfPiece(thing, endpoint, address)) {
			BindingDraft before = thing.root.bindings.putIfAbsent(way, wire(endpoint, address, unit, signal, element));
			if (before != null) {
				signal.notes.add("It is bound to '%s' only, and is also at '%s' of '%s'.".formatted(before.endpoint().name, address, endpoint.name));
			}
		}
	}

	/** Values without a unit, of a signal that has one, are raw; what they mean follows from both ranges. */
	private static BindingDraft wire(EndpointDraft endpoint, String address, String unit, SignalDraft signal, SubmodelElement element) {
		boolean isRaw = signal.ucum != null && Elements.text(element, "unit").isEmpty();
		Optional<Range> range = range(element);
		Optional<BigDecimal> low = range.map(Range::getMin).flatMap(Signals::number);
		Optional<BigDecimal> high = range.map(Range::getMax).flatMap(Signals::number);
		if (!isRaw || low.isEmpty() || high.isEmpty() || signal.low == null || signal.high == null || low.get().compareTo(high.get()) >= 0) {
			return new BindingDraft(endpoint, address, unit, null, null);
		}
		BigDecimal scale = signal.high.subtract(signal.low).divide(high.get().subtract(low.get()), MathContext.DECIMAL64);
		BigDecimal offset = signal.low.subtract(low.get().multiply(scale));
		return new BindingDraft(endpoint, address, null, scale.stripTrailingZeros(), offset.signum() == 0 ? null : offset.stripTrailingZeros());
	}

	private static Optional<Range> range(SubmodelElement element) {
		return Elements.in(element).stream().filter(Range.class::isInstance).map(Range.class::cast)
				.filter(range -> "min_max".equalsIgnoreCase(range.getIdShort())).findFirst();
	}

	/** A position takes the bindings of its piece. */
	private boolean isOfPiece(Thing thing, EndpointDraft endpoint, String address) {
		Thing piece = thing.kind == Thing.Kind.POSITION ? byAsset.get(thing.piece) : null;
		return piece != null && piece.root != null && piece.root.bindings.values().stream()
				.anyMatch(binding -> binding.endpoint() == endpoint && address.equals(binding.address()));
	}
}
