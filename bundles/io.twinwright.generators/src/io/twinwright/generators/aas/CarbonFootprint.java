package io.twinwright.generators.aas;

import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.EntryNames;
import io.twinwright.generators.aas.Subject.Kind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.digitaltwin.aas4j.v3.model.AasSubmodelElements;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.Property;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementList;

/**
 * The submodel Carbon Footprint 1.0 (IDTA 02023-1-0-1): one footprint of the product, as the identity entries of the names
 * in {@link EntryNames#CARBON_FOOTPRINT} say it; several methods or phases stand in one text with semicolons. Nothing of it
 * is computed: what a plant uses while it runs is no footprint of it. Without the amount there is no submodel; what else
 * the template demands and nobody said has no value, and is a finding.
 */
final class CarbonFootprint implements Chapter {
	private static final String IDS = "https://admin-shell.io/idta/CarbonFootprint/";
	private static final Template TEMPLATE = new Template("carbon-footprint", "CarbonFootprint",
			"https://admin-shell.io/idta/SubmodelTemplate/CarbonFootprint/1/0", Meaning.of(IDS + "CarbonFootprint/1/0"));
	private static final String AMOUNT = "PcfCO2eq";
	private static final Meaning FOOTPRINT = id("ProductCarbonFootprint");
	/** The entries with the cardinality One beside the amount. */
	private static final List<String> DEMANDED = List.of("PcfCalculationMethods", "ReferenceImpactUnitForCalculation", "QuantityOfMeasureForCalculation",
			"LifeCyclePhases", "PublicationDate");

	private final Context context;

	CarbonFootprint(Context context) {
		this.context = context;
	}

	@Override
	public Template template() {
		return TEMPLATE;
	}

	private static Meaning id(String name) {
		return Meaning.of(IDS + name + "/1/0");
	}

	private static Meaning eclass(String code) {
		return Meaning.of("0173-1#02-" + code + "#003");
	}

	@Override
	public List<SubmodelElement> elements(Subject subject) {
		Identity identity = Identity.of(subject.layers());
		if (identity.get(AMOUNT).isEmpty()) {
			return List.of();
		}
		SubmodelElement footprint = Elements.collection(null, FOOTPRINT, lines(identity, subject.qualifiedName()));
		complete(subject, identity);
		return List.of(any(Elements.list("ProductCarbonFootprints", id("ProductCarbonFootprints"), FOOTPRINT.semanticId(),
				AasSubmodelElements.SUBMODEL_ELEMENT_COLLECTION, List.of(footprint))));
	}

	/** What a type lacks is not said again of each of its pieces. */
	private void complete(Subject subject, Identity identity) {
		List<String> missing = missing(identity);
		boolean isSaid = subject.kind() == Kind.POSITION || subject.kind() == Kind.PIECE && subject.type() != null
				&& missing.equals(missing(Identity.of(Subjects.of(subject.type()).layers())));
		if (!missing.isEmpty() && !isSaid) {
			context.findings().add(Rule.FOOTPRINT_INCOMPLETE, subject.qualifiedName(),
					"The carbon footprint of '%s' lacks %s, which the Carbon Footprint 1.0 demands. Add it to the identity of the piece or its type."
							.formatted(subject.qualifiedName(), missing.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" and "))));
		}
	}

	/** @return what the template demands and an identity with a footprint does not say, empty for one without */
	private static List<String> missing(Identity identity) {
		return identity.get(AMOUNT).isEmpty() ? List.of() : DEMANDED.stream().filter(name -> identity.get(name).filter(text -> !text.isBlank()).isEmpty()).toList();
	}

	private List<SubmodelElement> lines(Identity identity, String element) {
		List<SubmodelElement> lines = new ArrayList<>();
		lines.add(texts("PcfCalculationMethods", eclass("ABG854"), identity, element));
		lines.add(Elements.property(AMOUNT, eclass("ABG855"), DataTypeDefXsd.DECIMAL,
				identity.get(AMOUNT).map(text -> amount(text, element)).orElse(null)));
		lines.add(Elements.string("ReferenceImpactUnitForCalculation", eclass("ABG856"),
				identity.get("ReferenceImpactUnitForCalculation").map(text -> context.texts().legal(text, element)).orElse(null)));
		lines.add(Elements.property("QuantityOfMeasureForCalculation", eclass("ABG857"), DataTypeDefXsd.DOUBLE,
				identity.get("QuantityOfMeasureForCalculation").map(text -> quantity(text, element)).orElse(null)));
		lines.add(texts("LifeCyclePhases", eclass("ABG858"), identity, element));
		identity.get("ExplanatoryStatement").ifPresent(text -> lines.add(Elements.file("ExplanatoryStatement", id("ExplanatoryStatement"),
				text.toLowerCase(Locale.ROOT).endsWith(".pdf") ? "application/pdf" : "text/html", context.texts().legal(text, element))));
		lines.add(date("PublicationDate", identity, element));
		identity.get("ExpirationDate").ifPresent(text -> lines.add(date("ExpirationDate", identity, element)));
		return lines;
	}

	/** The template demands one, which has no value where nobody said it. */
	private SubmodelElement texts(String name, Meaning meaning, Identity identity, String element) {
		List<Property> values = new ArrayList<>();
		identity.get(name).ifPresent(text -> Arrays.stream(text.split(";")).map(String::strip).filter(each -> !each.isEmpty())
				.forEach(each -> values.add(Elements.string(null, meaning, context.texts().legal(each, element)))));
		if (values.isEmpty()) {
			values.add(Elements.string(null, meaning, null));
		}
		SubmodelElementList list = any(Elements.list(name, id(name), meaning.semanticId(), AasSubmodelElements.PROPERTY, values));
		list.setValueTypeListElement(DataTypeDefXsd.STRING);
		return list;
	}

	/** The order in the lists of this template says nothing. */
	private static SubmodelElementList any(SubmodelElementList list) {
		list.setOrderRelevant(false);
		return list;
	}

	private String amount(String text, String element) {
		int space = text.indexOf(' ');
		Optional<BigDecimal> kilograms = number(space < 0 ? text : text.substring(0, space)).flatMap(number ->
				Values.in(Units.parse(space < 0 ? "kg" : text.substring(space + 1)).unit().map(unit -> new Quantity(number, unit)), "kg"));
		return kilograms.map(Values::number).orElseGet(() -> malformed(element,
				"The identity entry '%s' of '%s' is '%s', which is no mass. Write it as in 5200 [kg].".formatted(AMOUNT, element, text)));
	}

	private String quantity(String text, String element) {
		return number(text.replaceFirst(" .*", "")).map(Values::number).orElseGet(() -> malformed(element,
				"The identity entry '%s' of '%s' is '%s', which is no number.".formatted("QuantityOfMeasureForCalculation", element, text)));
	}

	private static Optional<BigDecimal> number(String text) {
		try {
			return Optional.of(new BigDecimal(text));
		} catch (NumberFormatException e) {
			return Optional.empty();
		}
	}

	private SubmodelElement date(String name, Identity identity, String element) {
		String moment = identity.get(name).map(text -> {
			try {
				return (text.length() <= "2027-01-31".length() ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toOffsetDateTime()
						: OffsetDateTime.parse(text)).withOffsetSameInstant(ZoneOffset.UTC).toInstant().toString();
			} catch (DateTimeException e) {
				return malformed(element,
						"The identity entry '%s' of '%s' is '%s', which is no date. Write year, month and day as in 2027-01-31."
								.formatted(name, element, text));
			}
		}).orElse(null);
		return Elements.property(name, id(name), DataTypeDefXsd.DATE_TIME, moment);
	}

	private String malformed(String element, String message) {
		context.findings().add(Rule.ENTRY_MALFORMED, element, message);
		return null;
	}
}
