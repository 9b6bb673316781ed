package io.twinwright.generators.aas;

import io.twinwright.model.SignalKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.digitaltwin.aas4j.v3.model.AasSubmodelElements;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/**
 * The submodel Technical Data 2.0 (IDTA 02003-2-0-1): who made it as far as the identity says (else
 * without a value, for the elements are mandatory), its class where the type has
 * a semantic id, and one technical property area with a section each for fixed properties, parameters, the ranges of all
 * signals, size and mass, and ports.
 */
final class TechnicalData implements Chapter {
	private static final Template TEMPLATE = new Template("technical-data", "TechnicalData",
			"https://admin-shell.io/idta/SubmodelTemplate/TechnicalData/2/0",
			Meaning.ofSubmodel("0173-1#01-AHX837#002", "https://api.eclass-cdp.com/0173-1-01-AHX837-002"));
	private static final String ARBITRARY = "https://admin-shell.io/SMT/General/Arbitrary";
	private static final Meaning AREAS = Meaning.of("0173-1#02-ABK163#002");
	private static final Meaning AREA =
			Meaning.of("0173-1#02-ABL358#002/0173-1#01-AHX773#002");

	private final GeneralInformation general;
	private final SignalData signals;
	private final Dimensions dimensions;
	private final Ports ports;

	TechnicalData(Context context) {
		this.general = new GeneralInformation(context);
		this.signals = new SignalData(context);
		this.dimensions = new Dimensions(context);
		this.ports = new Ports(context);
	}

	@Override
	public Template template() {
		return TEMPLATE;
	}

	@Override
	public List<SubmodelElement> elements(Subject subject) {
		List<SubmodelElement> sections = sections(subject);
		List<SubmodelElement> elements = new ArrayList<>(general.classification(subject).stream().toList());
		if (!sections.isEmpty()) {
			SubmodelElement area = Elements.collection(null, AREA, sections);
			elements.add(Elements.list("TechnicalPropertyAreas", AREAS, AREA.semanticId(),
					AasSubmodelElements.SUBMODEL_ELEMENT_COLLECTION, List.of(area)));
		}
		if (!elements.isEmpty()) {
			elements.addFirst(general.of(subject));
		}
		return elements;
	}

	private List<SubmodelElement> sections(Subject subject) {
		List<SubmodelElement> sections = new ArrayList<>();
		section("Properties", signals.values(subject, SignalKind.PROPERTY)).ifPresent(sections::add);
		section("Parameters", signals.values(subject, SignalKind.PARAMETER)).ifPresent(sections::add);
		section("Ranges", signals.ranges(subject)).ifPresent(sections::add);
		section("Dimensions", dimensions.of(subject)).ifPresent(sections::add);
		section("Ports", ports.of(subject)).ifPresent(sections::add);
		return sections;
	}

	private static Optional<SubmodelElement> section(String idShort, List<? extends SubmodelElement> elements) {
		return elements.isEmpty() ? Optional.empty()
				: Optional.of(Elements.collection(idShort, Meaning.of(ARBITRARY), elements));
	}
}
