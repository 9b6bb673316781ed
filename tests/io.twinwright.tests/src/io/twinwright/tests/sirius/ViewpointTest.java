package io.twinwright.tests.sirius;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.diagnostic.Severity;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.EdgeKind;
import io.twinwright.diagram.MediumClass;
import io.twinwright.diagram.NodeKind;
import io.twinwright.diagram.svg.Ink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The viewpoint names only what there is: in Sirius, in the model and among the services. */
class ViewpointTest {
	private final SiriusMetamodels metamodels = new SiriusMetamodels();
	private final Viewpoint viewpoint = new Viewpoint(metamodels, Viewpoint.shipped());

	@Test
	void namesOnlyWhatThereIs() {
		assertEquals(List.of(), ViewpointCheck.faults(viewpoint));
	}

	@Test
	void hasADiagramOfEachKindAndBothTables() {
		Set<String> wanted = Arrays.stream(DiagramKind.values()).map(DiagramKind::name).collect(Collectors.toCollection(TreeSet::new));
		assertEquals(wanted, viewpoint.all("DiagramDescription").map(Viewpoint::name).collect(Collectors.toCollection(TreeSet::new)));
		assertEquals(Set.of("SIGNALS", "INSIGHTS"), viewpoint.all("TableDescription").map(Viewpoint::name).collect(Collectors.toSet()));
	}

	@Test
	void drawsEachKindOfNode() {
		Set<String> drawn = candidates("nodes");
		Set<String> wanted = Arrays.stream(NodeKind.values()).map(NodeKind::name).collect(Collectors.toCollection(TreeSet::new));
		// Sirius draws the frame, whose ports are drawn by the mapping of all ports, and has no limit beyond which there is more
		wanted.removeAll(Set.of(NodeKind.FRAME.name(), NodeKind.MORE.name()));
		assertEquals(wanted, drawn);
	}

	@Test
	void drawsEachKindOfEdge() {
		Set<String> drawn = Stream.concat(arguments("targetFinderExpression", "tied").stream(), arguments("preconditionExpression", "isTied").stream())
				.collect(Collectors.toCollection(TreeSet::new));
		assertEquals(Arrays.stream(EdgeKind.values()).map(EdgeKind::name).collect(Collectors.toCollection(TreeSet::new)), drawn);
	}

	private Set<String> candidates(String service) {
		return arguments("semanticCandidatesExpression", service);
	}

	private Set<String> arguments(String feature, String service) {
		return viewpoint.expressions().stream().filter(expression -> expression.feature().getName().equals(feature))
				.flatMap(expression -> Pattern.compile(service + "\\(.*'([A-Z_]+)'\\)").matcher(expression.text()).results()).map(result -> result.group(1))
				.collect(Collectors.toCollection(TreeSet::new));
	}

	/** Constants in expressions are names of these: no service is called with a word that it does not know. */
	@Test
	void namesOnlyKnownKinds() {
		Set<String> known = new HashSet<>();
		for (Enum<?>[] values : List.of(DiagramKind.values(), NodeKind.values(), EdgeKind.values(), MediumClass.values(), Severity.values())) {
			Arrays.stream(values).map(Enum::name).forEach(known::add);
		}
		Set<String> named = viewpoint.expressions().stream().flatMap(expression -> Pattern.compile("'([A-Z_]+)'").matcher(expression.text()).results())
				.map(result -> result.group(1)).collect(Collectors.toSet());
		named.removeAll(known);
		assertEquals(Set.of(), named);
	}

	@Test
	void hasTheColoursOfTheOtherDrawings() {
		for (MediumClass medium : MediumClass.values()) {
			EObject colour = viewpoint.all("UserFixedColor").filter(candidate -> Viewpoint.name(candidate).equals(medium.label())).findFirst().orElseThrow();
			assertEquals(Ink.of(medium), "#%02x%02x%02x".formatted(Viewpoint.get(colour, "red"), Viewpoint.get(colour, "green"), Viewpoint.get(colour, "blue")));
		}
	}

	/** A port of each medium and direction has a sign of its own, by its shape and not by its colour alone. */
	@Test
	void tellsMediaApartByShape() throws IOException {
		Set<String> shapes = new HashSet<>();
		int signs = 0;
		for (MediumClass medium : MediumClass.values()) {
			for (String direction : List.of("in", "out", "inout")) {
				Path sign = Viewpoint.BUNDLE.resolve("icons/ports/%s-%s.svg".formatted(medium.name().toLowerCase(Locale.ROOT), direction));
				String picture = Files.readString(sign);
				assertTrue(picture.contains(Ink.of(medium)), sign::toString);
				shapes.add(picture.replace("fill=\"" + Ink.of(medium) + '"', "filled").replace(Ink.of(medium), "ink"));
				signs++;
			}
		}
		assertEquals(signs, shapes.size());
	}

	@Test
	void drawsWhatMayTakeAPlaceDashed() {
		for (String partner : List.of("Reserve", "Standby")) {
			EObject style = Viewpoint.list(viewpoint.named("LINE", "ContainerMapping", partner), "style").getFirst();
			assertEquals("dash", Viewpoint.get(style, "borderLineStyle").toString());
		}
	}

	@ParameterizedTest(name = "{0} becomes {1}")
	@CsvSource(delimiter = '~', quoteCharacter = '^', value = {
			"domainClass=\"model::Part\" ~ domainClass=\"model::Parrt\" ~ There is no class",
			"aql:self.givingPort() ~ aql:self.givingPorts() ~ No service",
			"aql:self.givingPort() ~ aql:self.givingPort(self) ~ No service",
			"aql:source.connect(target, sourceView, targetView) ~ aql:source.connect(sourceView, target, targetView) ~ No service",
			"aql:self.nodeLabel(view) ~ aql:self.nodeLabel(wiew) ~ There is no variable",
			"labelExpression=\"aql:self.label\" ~ labelExpression=\"aql:self.labell\" ~ has no feature",
			"\"aql:self.name\" ~ \"aql:self.name->size()\" ~ is not understood",
			"aql:self.title() ~ self.title() ~ does not begin with",
			"featureName=\"kind\" ~ featureName=\"kinds\" ~ no line has a feature",
			"icons/part.png ~ icons/parts.png ~ there is no picture",
			"%tool.addPart\" ~ %tool.addParts\" ~ has no text",
			"@containerMappings[name='Module'] ~ @containerMappings[name='Modul'] ~ Unresolved reference",
			"showIcon= ~ showIcons= ~ showIcons",
			"12.0.0.2017041100 ~ 15.0.0.2017041100 ~ The version is not",
			"xmlns:table=\"http://www.eclipse.org/sirius/table/description/1.1.0\" ~ xmlns:table=\"http://www.eclipse.org/sirius/table/description/9.9.9\" ~ 9.9.9",
			"href=\"http://twinwright.io/model#/\" ~ href=\"http://twinwright.io/models#/\" ~ http://twinwright.io/models",
			"aql:self.connections(diagram) ~ service:connections(diagram) ~ does not begin with",
			"aql:self.connections(diagram) ~ [self.connections(diagram)/] ~ does not begin with",
			"aql:self.edgeLabel(view, 'FLOW') ~ aql:self.edgeLabel('FLOW', view) ~ No service",
			"expression=\"aql:element.remove(elementView)\" ~ expression=\"aql:element.remove(elementViews)\" ~ There is no variable",
			"aql:element.moveTo(newSemanticContainer) ~ aql:element.moveTo(newContainer) ~ There is no variable",
			"aql:element.discard(root) ~ aql:element.discard(container) ~ There is no variable",
			"io.twinwright.sirius.PlaceServices ~ io.twinwright.sirius.PlacingServices ~ There is no class",
			"useDomainElement=\"true\" ~ useDomainElement=\"false\" ~ does not find its ends",
			"targetFinderExpression=\"aql:self.takingPort()\" ~ ^^ ~ does not find its ends",
			" canEdit=\"aql:false\" ~ ^^ ~ lets anything be written",
			"rollbackChangesOnClose=\"true\" ~ ^^ ~ keeps what Sirius has changed itself",
			"@ownedTools[name='AddBay']/ ~ @ownedTools[name='AddBays']/ ~ Unresolved reference",
			"name=\"Module\" domainClass=\"model::Part\" ~ name=\"Standby\" domainClass=\"model::Part\" ~ Unresolved reference",
			"name=\"Errors\" level=\"ERROR\" ~ name=\"Warnings\" level=\"ERROR\" ~ has a name that another one has",
			"strokeColor=\"//@userColorsPalettes[name='Colours']/@entries[name='Line']\" ~ ^^ ~ lacks strokeColor" })
	void refusesWhatThereIsNot(String right, String wrong, String fault) {
		String shipped = Viewpoint.shipped();
		assertTrue(shipped.contains(right), right);
		List<String> faults = ViewpointCheck.faults(new Viewpoint(metamodels, shipped.replace(right, wrong)));
		assertTrue(faults.stream().anyMatch(found -> found.contains(fault)), faults::toString);
	}

	/** Breaks that are no other words in a place: an attribute or element more or less. */
	@ParameterizedTest(name = "{2}")
	@CsvSource(delimiter = '~', quoteCharacter = '^', value = {
			"\\s+deletionDescription=\"[^\"]*'Dismiss'\\]\" ~ ^^ ~ 'Standby' is deleted with its element",
			"\\s+deletionDescription=\"[^\"]*'Uncover'\\]\" ~ ^^ ~ 'Covers' is deleted with its element",
			"\\s+deletionDescription=\"[^\"]*'Uncover'\\]\" ~ ^^ ~ 'Uncover' is used by nothing",
			"(?s)<delete name=\"Delete\".*?</delete> ~ ^^ ~ 'Signal' is deleted with its element",
			"\\s+sourceMapping=\"[^\"]*\" ~ ^^ ~ lacks sourceMapping",
			"\\s+edgeMappings=\"[^\"]*'Connection'\\]\" ~ ^^ ~ makes no edge",
			"\\s+dropDescriptions=\"[^\"]*\" ~ ^^ ~ 'Move' is used by nothing",
			"(?s)<directEdit>.*?</directEdit> ~ ^^ ~ 'Name' lets anything be written",
			"(<toolSections name=\"Tools\"[^>]*>) ~ $1<ownedTools xsi:type=\"tool:PopupMenu\" name=\"Menu\" label=\"%section.tools\"/> ~ 'Menu' is a tool of which no test knows",
			"(<toolSections name=\"Tools\"[^>]*>) ~ $1<ownedTools xsi:type=\"dtool:NodeCreationDescription\" name=\"Node\"/> ~ 'Node' is a tool of which no test knows",
			"(?s)<initialOperation>\\s*<firstModelOperations xsi:type=\"tool:ChangeContext\"[^>]*/>\\s*</initialOperation> ~ ^^ ~ lacks initialOperation",
			"<element name=\"element\"/> ~ ^^ ~ lacks element",
			"(<defaultLayer name=\"Default\") ~ $1 reusedMapping=\"#\" ~ reusedMapping",
			"(?s)\\A.*\\z ~ <a/> ~ 'a'" })
	void refusesWhatIsMissingOrTooMuch(String pattern, String replacement, String fault) {
		String shipped = Viewpoint.shipped();
		String broken = Pattern.compile(pattern).matcher(shipped).replaceAll(replacement);
		assertNotEquals(shipped, broken);
		List<String> faults = ViewpointCheck.faults(new Viewpoint(metamodels, broken));
		assertTrue(faults.stream().anyMatch(found -> found.contains(fault)), faults::toString);
	}
}
