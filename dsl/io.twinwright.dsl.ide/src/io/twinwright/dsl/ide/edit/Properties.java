package io.twinwright.dsl.ide.edit;

import com.google.inject.Inject;
import io.twinwright.core.structure.ClauseFit;
import io.twinwright.core.structure.Members;
import io.twinwright.core.topology.Wiring;
import io.twinwright.dsl.ide.completion.ExpectedUnit;
import io.twinwright.dsl.services.TwinGrammarAccess;
import io.twinwright.model.AlarmLevel;
import io.twinwright.model.Asset;
import io.twinwright.model.Clause;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.model.Recipe;
import io.twinwright.model.Role;
import io.twinwright.model.Step;
import io.twinwright.model.Structure;
import io.twinwright.model.TextKind;
import io.twinwright.model.TwinPackage;
import io.twinwright.model.Type;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.util.Strings;

/** What can be set on an element in a panel: its name and label, what it is a kind of, and its clauses. */
final class Properties {
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;
	/** The clauses of which an element may have several of the same words. */
	private static final Set<String> OFTEN = Set.of("consumes", "produces", "alarm when");

	@Inject
	private Headers headers;
	@Inject
	private Spelling spelling;
	@Inject
	private IParser parser;
	@Inject
	private TwinGrammarAccess grammar;

	List<Property> list(Work work, Elements.Found found) {
		EObject element = found.element();
		String locked = locked(found);
		List<Property> properties = new ArrayList<>();
		if (element instanceof NamedElement named) {
			boolean isKept = Elements.isReadOnly(element);
			properties.add(property("name", "", named.getName() == null ? "" : named.getName(), "", List.of(), isKept ? locked : ""));
			properties.add(property("label", "", named.getLabel() == null ? "" : named.getLabel(), "", List.of(), locked));
		}
		kind(element).ifPresent(kind -> properties.add(property(kind.key(), "", kind.text(element), "", names(work, element, kind.reference()), locked)));
		if (element instanceof Part || element instanceof Port) {
			properties.add(property("repeated", "", text(element, multiplicity(element)), "", List.of(), locked));
		}
		if (element instanceof ClauseHolder holder) {
			ClauseFit.words(holder).stream().flatMap(Properties::keys).forEach(key -> addClauses(work, found, holder, key, locked, properties));
		}
		return properties;
	}

	private static Property property(String key, String number, String text, String unit, List<String> choices, String locked) {
		return new Property(key + number, key + number, text, unit, choices, Meanings.of(key), locked);
	}

	/** @return why an element stays as it is here, empty if it can be changed */
	private static String locked(Elements.Found found) {
		try {
			Headers.requireHere(found);
			return "";
		} catch (Refusal refusal) {
			return refusal.getMessage();
		}
	}

	/** @return the keys of the clauses that begin with a word */
	private static Stream<String> keys(String word) {
		return word.equals("alarm") ? Stream.concat(AlarmLevel.VALUES.stream().map(level -> "alarm " + level.getLiteral()), Stream.of("alarm when"))
				: Stream.of(word);
	}

	private void addClauses(Work work, Elements.Found found, ClauseHolder holder, String key, String locked, List<Property> properties) {
		boolean isOfPosition = holder instanceof Part && Headers.isOfPosition(key) && !Elements.isReadOnly(found.home());
		List<Clause> clauses = new ArrayList<>(isOfPosition ? Headers.said(found, key) : Headers.all(holder, key));
		int count = OFTEN.contains(key) ? clauses.size() + 1 : 1;
		for (int i = 0; i < count; i++) {
			String text = i < clauses.size() ? Headers.text(clauses.get(i)) : "";
			properties.add(property(key, i == 0 ? "" : " " + (i + 1), TextKind.get(key) == null ? text : unquoted(text), unit(key, holder),
					choices(work, found, holder, key), isOfPosition ? "" : locked));
		}
	}

	private static String unit(String key, EObject holder) {
		MeasureKind kind = MeasureKind.get(key);
		return (kind != null ? ExpectedUnit.of(kind, holder) : key.equals("range") || key.startsWith("alarm ") && !key.endsWith("when")
				? ExpectedUnit.holder(holder) : Optional.<String>empty()).orElse("");
	}

	private List<String> choices(Work work, Elements.Found found, EObject element, String key) {
		if (Role.get(key) != null) {
			return names(work, element, TWIN.getInvolvement_Party());
		}
		return switch (key) {
			case "in" -> names(work, element, TWIN.getBayPlacement_Bay());
			case "at" -> names(work, element, TWIN.getPlacement_Place());
			case "footprint" -> names(work, element, TWIN.getSize_Footprint());
			case "under" -> names(work, element, TWIN.getSubjection_Policies());
			case "uses", "standby" -> element instanceof Part part ? work.elements().declarations(Asset.class).stream()
					.filter(asset -> Members.isKindOf(asset.getType(), part.getType()))
					.map(asset -> spelling.reference(found.context(), TWIN.getOccupancy_Assets(), asset)).toList() : List.of();
			case "covers" -> found.around() instanceof Structure around ? new Wiring(around).parts().stream().filter(part -> part != element)
					.map(part -> spelling.name(part.getName())).toList() : List.of();
			case "after" -> element.eContainer() instanceof Recipe recipe ? recipe.getSteps().stream().filter(step -> step != element && step.getName() != null)
					.map(step -> spelling.name(step.getName())).toList() : List.of();
			default -> List.of();
		};
	}

	private List<String> names(Work work, EObject element, EReference reference) {
		Predicate<EObject> fits = reference == TWIN.getAsset_Type() ? target -> target instanceof Type type && !type.isAbstract()
				: reference == TWIN.getPlacement_Place() ? target -> TWIN.getSite().isInstance(target) : target -> true;
		return StreamSupport.stream(spelling.all(element, reference).spliterator(), false).filter(found -> fits.test(found.getEObjectOrProxy()))
				.map(found -> spelling.qualified(found.getName())).sorted().distinct().toList();
	}

	/**
	 * What an element is a kind of.
	 *
	 * @param rule by which the text is checked, behind the words
	 */
	private record Kind(String key, EReference reference, ParserRule rule, String words) {
		/** @return the name, with what is asked of it */
		String text(EObject element) {
			List<INode> nodes = NodeModelUtils.findNodesForFeature(element, reference);
			return nodes.isEmpty() ? "" : nodes.getFirst().getRootNode().getText().substring(nodes.getFirst().getOffset(), end(element, nodes.getFirst()));
		}

		private static int end(EObject element, INode name) {
			int end = name.getEndOffset();
			for (INode node : NodeModelUtils.findNodesForFeature(element, TWIN.getInvocation_Arguments())) {
				end = Math.max(end, node.getEndOffset());
			}
			for (ILeafNode leaf : name.getRootNode().getLeafNodes()) {
				if (end > name.getEndOffset() && leaf.getOffset() >= end && leaf.getText().equals(")")) {
					return leaf.getEndOffset();
				}
			}
			return end;
		}
	}

	private Optional<Kind> kind(EObject element) {
		return Optional.ofNullable(switch (element) {
			case Part part -> new Kind("type", TWIN.getPart_Type(), grammar.getPartRule(), "part x : ");
			case Asset asset -> new Kind("type", TWIN.getAsset_Type(), grammar.getAssetRule(), "asset x : ");
			case Port port -> new Kind("medium", TWIN.getPort_Medium(), grammar.getPortRule(), "port in x : ");
			case Step step -> new Kind("needs", TWIN.getStep_Capability(), grammar.getStepRule(), "step x needs ");
			case Recipe recipe -> new Kind("for", TWIN.getRecipe_Product(), grammar.getRecipeRule(), "recipe x for ");
			default -> null;
		});
	}

	private static EStructuralFeature multiplicity(EObject element) {
		return element instanceof Part ? TWIN.getPart_Multiplicity() : TWIN.getPort_Multiplicity();
	}

	private static String text(EObject element, EStructuralFeature feature) {
		return NodeModelUtils.findNodesForFeature(element, feature).stream().findFirst().map(NodeModelUtils::getTokenText).orElse("");
	}

	private static String unquoted(String text) {
		return text.length() > 1 && text.startsWith("\"") ? Strings.convertFromJavaString(text.substring(1, text.length() - 1), true) : text;
	}

	static String quoted(String text) {
		return '"' + Strings.convertToJavaString(text, false) + '"';
	}

	/** Sets one of the listed properties but the name. */
	void set(Work work, Elements.Found found, String key, String text) throws Refusal {
		EObject element = found.element();
		Kind kind = kind(element).filter(known -> known.key().equals(key)).orElse(null);
		boolean isGone = text == null || text.isBlank();
		if (kind != null) {
			Headers.requireHere(found);
			setKind(work, found, kind, isGone ? "" : text.strip());
		} else if (key.equals("label") && element instanceof NamedElement) {
			Headers.requireHere(found);
			setBehindName(work, found, TWIN.getNamedElement_Label(), isGone ? "" : quoted(text.strip()));
		} else if (key.equals("repeated") && (element instanceof Part || element instanceof Port)) {
			Headers.requireHere(found);
			if (!isGone && !text.strip().matches("\\d{1,9} ?\\.\\. ?\\d{1,9}")) {
				throw new Refusal("'%s' is no span of numbers. Write it as in 1..4.".formatted(text.strip()));
			}
			setBehindName(work, found, multiplicity(element), isGone ? "" : text.strip());
		} else {
			setClause(work, found, key, isGone || TextKind.get(key) == null ? text : quoted(text.strip()));
		}
	}

	private void setClause(Work work, Elements.Found found, String key, String text) throws Refusal {
		String words = key.replaceFirst(" [1-9]\\d{0,2}$", "");
		if (words.equals(key)) {
			headers.set(work, found, key, text);
		} else if (OFTEN.contains(words) && found.element() instanceof ClauseHolder holder && ClauseFit.fits(words.split(" ")[0], holder)) {
			Headers.requireHere(found);
			headers.set(work, holder, found.name(), words, Integer.parseInt(key.substring(words.length() + 1)) - 1, text);
		} else {
			throw new Refusal("'%s' cannot say '%s'. Choose another property.".formatted(found.name(), key));
		}
	}

	private void setKind(Work work, Elements.Found found, Kind kind, String text) throws Refusal {
		EObject element = found.element();
		List<INode> nodes = NodeModelUtils.findNodesForFeature(element, kind.reference());
		if (text.isEmpty()) {
			if (element instanceof Part || element instanceof Port || element instanceof Recipe) {
				throw new Refusal("'%s' cannot be without '%s'. Choose another one.".formatted(found.name(), kind.key()));
			}
			if (!nodes.isEmpty()) {
				int start = Headers.before(nodes.getFirst());
				work.changes().cut(element, start, nodes.getFirst().getOffset() + kind.text(element).length());
			}
			return;
		}
		IParseResult parsed = parser.parse(kind.rule(), new StringReader(kind.words() + text + (element instanceof Recipe ? " { }" : "")));
		EObject read = parsed.getRootASTElement();
		if (parsed.hasSyntaxErrors() || !kind.text(read).equals(text)) {
			throw new Refusal("'%s' cannot stand behind '%s' of '%s'. Write it as in a text.".formatted(text, kind.key(), found.name()));
		}
		if (nodes.isEmpty()) {
			int end = nameEnd(element, true);
			work.changes().replace(element, end, end, (element instanceof Step ? " needs " : " : ") + text);
		} else {
			int start = nodes.getFirst().getOffset();
			work.changes().replace(element, start, start + kind.text(element).length(), text);
		}
	}

	/** @return where the name of an element ends; if need be with its label */
	private static int nameEnd(EObject element, boolean withLabel) {
		int end = NodeModelUtils.findNodesForFeature(element, TWIN.getNamedElement_Name()).getFirst().getEndOffset();
		List<INode> label = NodeModelUtils.findNodesForFeature(element, TWIN.getNamedElement_Label());
		return withLabel && !label.isEmpty() ? label.getFirst().getEndOffset() : end;
	}

	private void setBehindName(Work work, Elements.Found found, EStructuralFeature feature, String text) throws Refusal {
		EObject element = found.element();
		List<INode> nodes = NodeModelUtils.findNodesForFeature(element, feature);
		if (NodeModelUtils.findNodesForFeature(element, TWIN.getNamedElement_Name()).isEmpty()) {
			throw new Refusal("The connection has no name, behind which that could stand. Give it one first.");
		}
		if (!nodes.isEmpty() && text.isEmpty()) {
			work.changes().cut(element, nodes.getFirst().getOffset(), nodes.getFirst().getEndOffset());
		} else if (!nodes.isEmpty()) {
			work.changes().replace(element, nodes.getFirst().getOffset(), nodes.getFirst().getEndOffset(), text);
		} else if (!text.isEmpty()) {
			int end = nameEnd(element, feature != TWIN.getNamedElement_Label());
			work.changes().replace(element, end, end, " " + text);
		}
	}
}
