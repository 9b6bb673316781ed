package io.twinwright.generators.opcua;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.structure.Position;
import io.twinwright.generators.opcua.Draft.Made;
import io.twinwright.generators.opcua.Draft.Name;
import io.twinwright.model.Asset;
import io.twinwright.model.Element;
import io.twinwright.model.Entry;
import io.twinwright.model.Identity;
import io.twinwright.model.Site;
import io.twinwright.model.Structure;
import io.twinwright.model.Type;
import io.twinwright.nodeset.xml.UAObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the object Identification of a position from its identity entries, the nearest of each key. With manufacturer,
 * serial number and a global id it is that of a machine (OPC 40001-1, MachineIdentificationType), without the global id
 * that of a component of one (MachineryComponentIdentificationType); with less it is a functional group
 * (OPC 10000-100, 4.3) of what is known. Entries are named as in the digital nameplate IDTA 02006-3-0; those that the
 * companion does not know keep their names.
 */
final class Identification {
	/** The kinds of values that the companion asks for. */
	private enum Form {
		STRING, TEXT, YEAR
	}

	/** What an entry is in the companion. */
	private record Target(Name name, Form form) {
	}

	private static final String ASSET_ID = "globalAssetId";
	private static final Map<String, Target> KNOWN = new LinkedHashMap<>();
	private static final int LARGEST_YEAR = 65535;

	static {
		know("ManufacturerName", Standard.DI, "Manufacturer", Form.TEXT);
		know("ManufacturerProductDesignation", Standard.DI, "Model", Form.TEXT);
		know("OrderCodeOfManufacturer", Standard.DI, "ProductCode", Form.STRING);
		know("ProductArticleNumberOfManufacturer", Standard.DI, "ProductCode", Form.STRING);
		know("SerialNumber", Standard.DI, "SerialNumber", Form.STRING);
		know(ASSET_ID, Standard.DI, "ProductInstanceUri", Form.STRING);
		know("HardwareVersion", Standard.DI, "HardwareRevision", Form.STRING);
		know("SoftwareVersion", Standard.DI, "SoftwareRevision", Form.STRING);
		know("YearOfConstruction", Standard.MACHINERY, "YearOfConstruction", Form.YEAR);
	}

	private final Run run;
	private final Draft draft;
	private final Variables variables;
	private final Tree tree;

	Identification(Run run, Draft draft, Variables variables, Tree tree) {
		this.run = run;
		this.draft = draft;
		this.variables = variables;
		this.tree = tree;
	}

	private static void know(String key, String namespace, String name, Form form) {
		KNOWN.put(key, new Target(new Name(namespace, name), form));
	}

	/** Adds the object if the position has any identity. */
	void add(Position position, Made owner) {
		Map<String, Entry> entries = entries(position);
		if (entries.isEmpty()) {
			return;
		}
		boolean component = entries.containsKey("ManufacturerName") && entries.containsKey("SerialNumber");
		boolean machine = component && entries.containsKey(ASSET_ID);
		NodeAddress type = machine ? Standard.MACHINE_IDENTIFICATION_TYPE
				: component ? Standard.COMPONENT_IDENTIFICATION_TYPE : Standard.FUNCTIONAL_GROUP_TYPE;
		Name name = new Name(Standard.DI, "Identification");
		Made made = draft.add(new UAObject(), run.below(owner.address(), name.text()), name, name.text(), null, type,
				owner.address(), component ? Standard.HAS_ADD_IN : Standard.HAS_COMPONENT);
		tree.put(owner, name.text(), made);
		entries.forEach((key, entry) -> add(made, key, entry));
		if (machine) {
			draft.refer(owner, Standard.ORGANIZES, Standard.MACHINES, false);
			Site site = position.site();
			if (site != null && tree.child(made, "Location") == null) {
				property(made, new Target(new Name(Standard.MACHINERY, "Location"), Form.STRING),
						Run.display(site, site.getName()));
			}
		}
	}

	/** @return the asset id that an individual says itself */
	static Optional<String> globalAssetId(Asset piece) {
		return entry(List.of(piece), ASSET_ID);
	}

	/** @return the entry of the first of some declarations that has it */
	static Optional<String> entry(List<? extends Structure> layers, String key) {
		return layers.stream().flatMap(layer -> layer.getElements().stream()).filter(Identity.class::isInstance).map(Identity.class::cast)
				.flatMap(identity -> identity.getEntries().stream()).filter(entry -> key.equals(entry.getKey()) && !entry.isSecret())
				.map(Identification::text).filter(text -> !text.isBlank()).findFirst();
	}

	/** The asset id belongs to one individual and is not inherited from a type. */
	private static Map<String, Entry> entries(Position position) {
		Map<String, Entry> entries = new LinkedHashMap<>();
		for (Structure layer : position.layers()) {
			for (Element element : layer.getElements()) {
				if (element instanceof Identity identity) {
					identity.getEntries().stream().filter(entry -> entry.getKey() != null && !entry.isSecret())
							.filter(entry -> !(layer instanceof Type && entry.getKey().equals(ASSET_ID)))
							.forEach(entry -> entries.putIfAbsent(entry.getKey(), entry));
				}
			}
		}
		return entries;
	}

	private void add(Made identification, String key, Entry entry) {
		Target target = KNOWN.getOrDefault(key, own(entry, key));
		String text = text(entry);
		if (target.form() == Form.YEAR && !isYear(text) || tree.child(identification, target.name().text()) != null) {
			target = own(entry, key);
		}
		if (tree.child(identification, target.name().text()) == null) {
			property(identification, target, text);
		}
	}

	private static Target own(Entry entry, String key) {
		return new Target(new Name(Run.namespace(entry), key), Form.STRING);
	}

	private static boolean isYear(String text) {
		return text.matches("\\d{1,5}") && Integer.parseInt(text) <= LARGEST_YEAR;
	}

	private static String text(Entry entry) {
		if (entry.getText() != null) {
			return entry.getText();
		}
		if (entry.getSymbol() != null) {
			return entry.getSymbol();
		}
		return entry.getQuantity() == null || entry.getQuantity().getNumber() == null ? ""
				: entry.getQuantity().getNumber().toPlainString()
						+ (entry.getQuantity().getUnit() == null ? "" : " " + entry.getQuantity().getUnit());
	}

	private void property(Made identification, Target target, String text) {
		NodeAddress type = switch (target.form()) {
			case STRING -> Standard.STRING;
			case TEXT -> Standard.LOCALIZED_TEXT;
			case YEAR -> Standard.UINT16;
		};
		Made made = variables.property(identification, target.name(), type, switch (target.form()) {
			case STRING -> run.values().scalar("String", text);
			case TEXT -> run.values().text(text);
			case YEAR -> run.values().scalar("UInt16", Integer.toString(Integer.parseInt(text)));
		}, null);
		tree.put(identification, target.name().text(), made);
	}
}
