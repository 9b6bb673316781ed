package io.twinwright.importers.wot;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.importers.ImportFailure;
import io.twinwright.importers.draft.AssetDraft;
import io.twinwright.importers.draft.BindingDraft;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.EquipmentDraft;
import io.twinwright.importers.draft.Leavings;
import io.twinwright.importers.draft.ServiceDraft;
import io.twinwright.importers.draft.SignalDraft;
import io.twinwright.importers.draft.TypeDraft;
import io.twinwright.importers.input.Limits;
import io.twinwright.model.SignalKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one thing: a Thing Model as a type, a Thing Description as an asset. What belongs to another thing by a link
 * becomes a position in that, filled by its asset. Properties are signals, actions are services.
 */
final class ThingReader {
	private static final Set<String> UNDERSTOOD = Set.of("@context", "@type", "id", "title", "titles", "description", "descriptions", "base", "properties", "actions",
			"events", "links", "security", "securityDefinitions", "uav:browseName");
	private static final Set<String> UNDERSTOOD_OF_ACTIONS = Set.of("title", "description", "titles", "descriptions", "forms", "input", "output", "uav:componentOf", "uav:browseName");

	private static final String OF_A_TWIN = "The Thing Descriptions are those of a twin, and say nothing of its types, formulas, feedback, alarms, services and connections, "
			+ "nor of sites, recipes, orders, contracts and offers. What its text has of these is left out.";

	private final JsonObject thing;
	private final Draft draft;
	private final Limits limits;
	private final Forms forms;
	private final Leavings others = new Leavings();

	ThingReader(JsonObject thing, Draft draft, Limits limits) {
		this.thing = thing;
		this.draft = draft;
		this.limits = limits;
		this.forms = new Forms(thing, draft);
	}

	/** @param file the name for a thing without a title */
	void read(String file) throws ImportFailure {
		String title = Json.text(thing, "title") == null ? file : Json.text(thing, "title");
		String id = Json.text(thing, "id");
		String base = Json.text(thing, "base");
		String key = "wot:" + (base != null && !base.startsWith("opc.") ? base : id != null ? id : title);
		boolean isModel = Json.texts(thing, "@type").contains("tm:ThingModel");
		AssetDraft asset = isModel ? null : draft.asset(key, title);
		Optional<String> around = isModel ? Optional.empty() : link("collection");
		EquipmentDraft holder = isModel ? draft.type(key, title) : around.isEmpty() ? asset : typed(asset, key, title, around.get());
		if (asset != null && id != null) {
			asset.identity.put("globalAssetId", id);
		}
		EquipmentDraft said = asset == null ? holder : asset;
		said.label = title;
		said.description = Json.text(thing, "description");
		draft.count(isModel ? "model" : "thing");
		if (id != null && id.startsWith("urn:twin:") && !draft.remarks().contains(OF_A_TWIN)) {
			draft.remark(OF_A_TWIN);
		}
		properties(holder, asset);
		actions(holder);
		unused(said);
	}

	/** @return the type of an asset that fills a position of another one */
	private TypeDraft typed(AssetDraft asset, String key, String title, String outer) {
		String position = title.replaceAll(".*\\.(?=.)", "");
		TypeDraft type = draft.type(key, Character.toUpperCase(position.charAt(0)) + position.substring(1));
		boolean isNew = !draft.hasAsset("wot:" + outer);
		AssetDraft around = draft.asset("wot:" + outer, outer.replaceAll("/+$", "").replaceAll(".*[/:.]", ""));
		if (isNew) {
			draft.count("asset");
		}
		asset.type = type;
		around.part(position, type).uses = asset;
		return type;
	}

	private Optional<String> link(String relation) {
		return Json.objects(thing, "links").stream().filter(link -> relation.equals(Json.text(link, "rel"))).map(link -> Json.text(link, "href"))
				.filter(href -> href != null && href.matches("[A-Za-z][A-Za-z0-9+.\\-]*:.*")).findFirst();
	}

	private void properties(EquipmentDraft holder, AssetDraft asset) throws ImportFailure {
		for (Map.Entry<String, JsonObject> property : Json.members(thing, "properties")) {
			JsonObject schema = property.getValue();
			boolean written = Forms.isWritten(schema);
			Optional<BindingDraft> binding = asset == null ? Optional.empty() : forms.of(schema);
			List<DataSchema.Part> parts = DataSchema.parts(name(property.getKey()), schema);
			for (DataSchema.Part part : parts) {
				SignalDraft signal = signal(holder, part, written);
				binding.filter(found -> parts.size() == 1).ifPresent(found -> asset.bindings.put(List.of(signal), found));
			}
			if (asset != null && (binding.isEmpty() || parts.size() > 1)) {
				holder.notes.add(binding.isEmpty() ? "'%s' is not bound: none of its forms names a node or an address.".formatted(property.getKey())
						: "'%s' is not bound: it has several values at one address.".formatted(property.getKey()));
			}
			count("property");
		}
	}

	private SignalDraft signal(EquipmentDraft holder, DataSchema.Part part, boolean written) {
		SignalDraft signal = holder.signal(part.name());
		DataSchema.fill(signal, part.schema());
		boolean word = signal.data == Data.TEXT || signal.data == Data.TIME;
		signal.kind = DataSchema.isFixed(part.schema()) ? SignalKind.PROPERTY : !written ? null : word ? SignalKind.PARAMETER : SignalKind.ACTUATOR;
		return signal;
	}

	/** @return a name without the number of a namespace before it */
	private static String name(String key) {
		return key.replaceFirst("^\\d+:", "");
	}

	private void count(String noun) throws ImportFailure {
		draft.count(noun);
		if (draft.counts().get(noun) > limits.elements()) {
			throw new ImportFailure("It has more than %d elements of one kind. Divide it.".formatted(limits.elements()));
		}
	}

	private void actions(EquipmentDraft holder) throws ImportFailure {
		for (Map.Entry<String, JsonObject> action : Json.members(thing, "actions")) {
			JsonObject said = action.getValue();
			ServiceDraft service = holder.service(name(action.getKey()));
			service.label = Json.text(said, "title");
			service.description = Json.text(said, "description");
			forms.of(said).ifPresent(binding -> service.description = (service.description == null ? "" : service.description + "\n")
					+ "Method: " + binding.address());
			if (said.get("input") instanceof JsonObject input) {
				values(service, "input", input, SignalKind.PARAMETER);
			}
			if (said.get("output") instanceof JsonObject output) {
				values(service, "output", output, null);
			}
			said.keySet().stream().filter(key -> !UNDERSTOOD_OF_ACTIONS.contains(key)).forEach(others::add);
			count("action");
		}
		for (Map.Entry<String, JsonObject> event : Json.members(thing, "events")) {
			String text = Json.text(event.getValue(), "description");
			holder.notes.add(text == null ? "Event '%s' is left out.".formatted(event.getKey()) : "Event '%s' is left out: %s".formatted(event.getKey(), text));
			count("event");
		}
	}

	private static void values(ServiceDraft service, String otherwise, JsonObject schema, SignalKind kind) {
		boolean isObject = !Json.members(schema, "properties").isEmpty();
		for (DataSchema.Part part : DataSchema.parts(isObject ? "" : otherwise, schema)) {
			SignalDraft signal = service.signal(part.name());
			DataSchema.fill(signal, part.schema());
			signal.kind = kind;
		}
	}

	/** Says what a thing has beyond what became of it. */
	private void unused(EquipmentDraft equipment) {
		List<String> others = thing.keySet().stream().filter(key -> !UNDERSTOOD.contains(key)).toList();
		if (!others.isEmpty()) {
			equipment.notes.add("Not used of '%s': %s.".formatted(equipment.name, String.join(", ", others)));
		}
		List<String> items = Json.objects(thing, "links").stream().filter(link -> !"collection".equals(Json.text(link, "rel")))
				.map(link -> Json.text(link, "href")).filter(href -> href != null).toList();
		this.others.list().ifPresent(list -> equipment.notes.add("Not used of the actions of '%s': %s.".formatted(equipment.name, list)));
		int languages = languages(thing);
		if (languages > 0) {
			equipment.notes.add("%d texts of '%s' in other languages are not used.".formatted(languages, equipment.name));
		}
		if (!items.isEmpty()) {
			equipment.notes.add("Links of '%s' are not followed: %s.".formatted(equipment.name, String.join(", ", items)));
		}
	}

	/** @return how many texts there are, at any depth, beside those in the language of the thing */
	private static int languages(JsonObject object) {
		int number = 0;
		for (Map.Entry<String, JsonElement> member : object.entrySet()) {
			if ((member.getKey().equals("titles") || member.getKey().equals("descriptions")) && member.getValue() instanceof JsonObject texts) {
				boolean isRepeated = Json.text(object, member.getKey().substring(0, member.getKey().length() - 1)) != null;
				number += texts.size() - (isRepeated ? 1 : 0);
			} else if (member.getValue() instanceof JsonObject inner) {
				number += languages(inner);
			}
		}
		return Math.max(0, number);
	}
}
