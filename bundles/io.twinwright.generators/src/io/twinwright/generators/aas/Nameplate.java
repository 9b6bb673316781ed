package io.twinwright.generators.aas;

import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.EntryNames;
import io.twinwright.generators.aas.Subject.Kind;
import io.twinwright.model.Asset;
import io.twinwright.model.Party;
import io.twinwright.model.Type;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/**
 * The submodel Digital Nameplate 3.0 (IDTA 02006-3-0-1). It has what the identity entries say under the names of the
 * template; entries with other names become asset specific properties. Of what the template demands, the URI of the
 * product is the asset id of the piece where no entry gives it, and the designation is the label of the type. What nobody
 * said is left out or, where the template demands the element, has no value; a type or position of which nobody said
 * anything has no nameplate.
 */
final class Nameplate implements Chapter {
	private static final Template TEMPLATE = new Template("nameplate", "Nameplate",
			"https://admin-shell.io/idta/SubmodelTemplate/DigitalNameplate/3/0",
			Meaning.of("https://admin-shell.io/idta/nameplate/3/0/Nameplate"));

	/** The forms of the template's elements. */
	private enum Form {
		MULTI_LANGUAGE, STRING, DATE, URI
	}

	/** A line of the template with its semantic id of IEC CDD and perhaps a supplemental one of ECLASS. */
	private record Line(String name, Form form, Meaning meaning) {
		Line(String name, Form form, String semanticId, String... supplemental) {
			this(name, form, Meaning.of(semanticId, supplemental));
		}
	}

	private static final Line URI_OF_THE_PRODUCT =
			new Line("URIOfTheProduct", Form.URI, "0112/2///61987#ABN590#002", "0173-1#02-ABH173#003");
	private static final Line DESIGNATION = new Line("ManufacturerProductDesignation", Form.MULTI_LANGUAGE,
			"0112/2///61987#ABA567#009", "0173-1#02-AAW338#003");
	private static final List<Line> BEFORE_ADDRESS = List.of(URI_OF_THE_PRODUCT,
			new Line("ManufacturerName", Form.MULTI_LANGUAGE, "0112/2///61987#ABA565#009", "0173-1#02-AAO677#004"),
			DESIGNATION);
	private static final List<Line> AFTER_ADDRESS = List.of(
			new Line("ManufacturerProductRoot", Form.MULTI_LANGUAGE, "0112/2///61360_7#AAS011#001", "0173-1#02-AAU732#003"),
			new Line("ManufacturerProductFamily", Form.MULTI_LANGUAGE, "0112/2///61987#ABP464#002", "0173-1#02-AAU731#003"),
			new Line("ManufacturerProductType", Form.STRING, "0112/2///61987#ABA300#008", "0173-1#02-AAO057#004"),
			new Line("OrderCodeOfManufacturer", Form.STRING, "0112/2///61987#ABA950#008", "0173-1#02-AAO227#004"),
			new Line("ProductArticleNumberOfManufacturer", Form.STRING, "0112/2///61987#ABA581#007", "0173-1#02-AAO676#005"),
			new Line("SerialNumber", Form.STRING, "0112/2///61987#ABA951#009", "0173-1#02-AAM556#004"),
			new Line("YearOfConstruction", Form.STRING, "0112/2///61987#ABP000#002", "0173-1#02-AAP906#003"),
			new Line("DateOfManufacture", Form.DATE, "0112/2///61987#ABB757#007", "0173-1#02-AAR972#004"),
			new Line("HardwareVersion", Form.STRING, "0112/2///61987#ABA926#008", "0173-1#02-AAN270#004"),
			new Line("FirmwareVersion", Form.STRING, "0112/2///61987#ABA302#006", "0173-1#02-AAM985#004"),
			new Line("SoftwareVersion", Form.STRING, "0112/2///61987#ABA601#008", "0173-1#02-AAM737#004"),
			new Line("CountryOfOrigin", Form.STRING, "0112/2///61987#ABP462#001", "0173-1#02-AAO259#007"),
			new Line("UniqueFacilityIdentifier", Form.STRING,
					"https://admin-shell.io/idta/nameplate/3/0/UniqueFacilityIdentifier"));
	/** The elements with the cardinality One. */
	private static final List<String> DEMANDED = List.of("URIOfTheProduct", "ManufacturerName", "ManufacturerProductDesignation",
			"AddressInformation", "OrderCodeOfManufacturer");
	private static final Meaning SPECIFIC = Meaning.of("0173-1#02-ABI218#003/0173-1#01-AGZ672#004");
	private static final Meaning ARBITRARY = Meaning.of("https://admin-shell.io/SMT/General/ArbitraryProp");

	private final Context context;
	private final Address address;

	Nameplate(Context context) {
		this.context = context;
		this.address = new Address(context.texts(), context.twin().all(Party.class));
	}

	@Override
	public Template template() {
		return TEMPLATE;
	}

	@Override
	public List<SubmodelElement> elements(Subject subject) {
		Identity identity = Identity.of(subject.layers());
		boolean unknown = identity.entries().isEmpty() && designation(identity, subject).isEmpty();
		if (subject.kind() != Kind.PIECE && unknown) {
			return List.of();
		}
		Map<String, String> left = new LinkedHashMap<>(identity.entries());
		left.keySet().removeAll(EntryNames.CARBON_FOOTPRINT);
		left.putIfAbsent(URI_OF_THE_PRODUCT.name(), productId(subject));
		designation(identity, subject).ifPresent(text -> left.putIfAbsent(DESIGNATION.name(), text));
		List<SubmodelElement> elements = new ArrayList<>();
		BEFORE_ADDRESS.forEach(line -> take(line, left, subject).ifPresent(elements::add));
		elements.add(address.of(identity, left, subject.qualifiedName()));
		AFTER_ADDRESS.forEach(line -> take(line, left, subject).ifPresent(elements::add));
		specific(left, subject).ifPresent(elements::add);
		complete(identity, elements, subject);
		return elements;
	}

	/** Says what a piece that has an identity lacks. */
	private void complete(Identity identity, List<SubmodelElement> elements, Subject subject) {
		List<String> missing = elements.stream().filter(element -> DEMANDED.contains(element.getIdShort()))
				.filter(Elements::isEmpty).map(element -> "'" + element.getIdShort() + "'").toList();
		if (subject.kind() == Kind.PIECE && !identity.entries().isEmpty() && !missing.isEmpty()) {
			context.findings().add(Rule.NAMEPLATE_INCOMPLETE, subject.qualifiedName(),
					"The nameplate of '%s' lacks %s, which the Digital Nameplate 3.0 demands. Add it to the identity of the piece or its type."
							.formatted(subject.qualifiedName(), String.join(" and ", missing)));
		}
	}

	/** A place is no product; the piece that fills it is. */
	private static String productId(Subject subject) {
		Asset piece = subject.kind() == Kind.POSITION ? subject.view().piece() : null;
		return piece == null ? Identity.globalAssetId(subject) : Identity.globalAssetId(piece);
	}

	/** @return what the product is called: by its identity, else by the label of its type */
	static Optional<String> designation(Identity identity, Subject subject) {
		String label = subject.element() instanceof Type ? subject.element().getLabel()
				: subject.type() == null ? null : subject.type().getLabel();
		return identity.get(DESIGNATION.name()).or(() -> Optional.ofNullable(label).filter(text -> !text.isBlank()));
	}

	private Optional<SubmodelElement> take(Line line, Map<String, String> left, Subject subject) {
		String value = left.remove(line.name());
		if (value == null) {
			return DEMANDED.contains(line.name()) ? Optional.of(unknown(line)) : Optional.empty();
		}
		String element = subject.qualifiedName();
		return Optional.of(switch (line.form()) {
			case MULTI_LANGUAGE -> Elements.multiLanguage(line.name(), line.meaning(), context.texts().text(value, element));
			case STRING -> Elements.string(line.name(), line.meaning(), context.texts().legal(value, element));
			case DATE -> Elements.property(line.name(), line.meaning(), DataTypeDefXsd.DATE, date(line, value, element));
			case URI -> Elements.property(line.name(), line.meaning(), DataTypeDefXsd.ANY_URI, uri(line, value, element));
		});
	}

	private static SubmodelElement unknown(Line line) {
		return switch (line.form()) {
			case MULTI_LANGUAGE -> Elements.multiLanguage(line.name(), line.meaning(), List.of());
			case STRING -> Elements.string(line.name(), line.meaning(), null);
			case DATE -> Elements.property(line.name(), line.meaning(), DataTypeDefXsd.DATE, null);
			case URI -> Elements.property(line.name(), line.meaning(), DataTypeDefXsd.ANY_URI, null);
		};
	}

	private String date(Line line, String value, String element) {
		try {
			return LocalDate.parse(value).toString();
		} catch (DateTimeException e) {
			context.findings().add(Rule.ENTRY_MALFORMED, element,
					"The identity entry '%s' of '%s' is '%s', which is no date. Write year, month and day as in 2027-01-31."
							.formatted(line.name(), element, value));
			return null;
		}
	}

	private String uri(Line line, String value, String element) {
		try {
			return new URI(value).toString();
		} catch (URISyntaxException e) {
			context.findings().add(Rule.ENTRY_MALFORMED, element,
					("The identity entry '%s' of '%s' is '%s', which is no URI. "
							+ "Write it without spaces, as in https://acme.example/42.").formatted(line.name(), element, value));
			return null;
		}
	}

	private Optional<SubmodelElement> specific(Map<String, String> left, Subject subject) {
		if (left.isEmpty()) {
			return Optional.empty();
		}
		Map<String, String> idShorts = IdShorts.of(left.keySet());
		List<SubmodelElement> elements = new ArrayList<>();
		left.forEach((key, value) -> elements.add(Elements.string(idShorts.get(key), ARBITRARY,
				context.texts().legal(value, subject.qualifiedName()))));
		return Optional.of(Elements.collection("AssetSpecificProperties", SPECIFIC, elements));
	}
}
