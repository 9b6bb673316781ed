package io.twinwright.dsl.ide.edit;

import com.google.inject.Inject;
import io.twinwright.core.diagnostic.Fix.Edit;
import io.twinwright.core.structure.Members;
import io.twinwright.dsl.conversion.TwinValueConverters;
import io.twinwright.dsl.insert.Lines;
import io.twinwright.model.Bay;
import io.twinwright.model.BayPlacement;
import io.twinwright.model.Connection;
import io.twinwright.model.Cover;
import io.twinwright.model.Declaration;
import io.twinwright.model.End;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Occupancy;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.model.Recipe;
import io.twinwright.model.Sequence;
import io.twinwright.model.Shift;
import io.twinwright.model.Signal;
import io.twinwright.model.Site;
import io.twinwright.model.Step;
import io.twinwright.model.Structure;
import io.twinwright.model.TopElement;
import io.twinwright.model.TwinPackage;
import io.twinwright.model.UseKind;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;

/** Inserts the texts of elements under free names. */
final class Pasting {
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;
	/** Which references mean an element beside the one that they are in, by its bare name. */
	private static final Set<EReference> BESIDE = Set.of(TWIN.getEnd_Part(), TWIN.getEnd_Port(), TWIN.getCover_Part(), TWIN.getSequence_Steps(),
			TWIN.getSegment_Target());
	/** Which references of a declaration mean what is in it or in what it names, never another declaration. */
	private static final Set<EReference> INSIDE = Set.of(TWIN.getEnd_Part(), TWIN.getEnd_Port(), TWIN.getCover_Part(), TWIN.getSequence_Steps(),
			TWIN.getBayPlacement_Bay(), TWIN.getArgument_Parameter(), TWIN.getMembership_Literals(), TWIN.getPrice_Meter());

	@Inject
	private IParser parser;
	@Inject
	private TwinValueConverters converters;
	@Inject
	private Spelling spelling;

	private final Members members = new Members(Members.Cache.none());

	void paste(Work work, Gesture.Paste wanted) throws Refusal {
		Elements.Found found = work.elements().find(wanted.into());
		Work.requireOwn(found.element(), found.name());
		Model declared = parsed("namespace pasted\n" + wanted.text());
		if (declared != null && !declared.getElements().isEmpty()) {
			pasteDeclarations(work, found, declared.getElements());
			return;
		}
		Headers.requireHere(found);
		EObject braces = found.element();
		boolean isRecipe = braces instanceof Recipe;
		Model file = !isRecipe && !(braces instanceof Structure) ? null
				: parsed(isRecipe ? "namespace pasted\nrecipe pasted for pasted {\n" + wanted.text() + "\n}" : "namespace pasted\ntype pasted {\n" + wanted.text() + "\n}");
		EObject holder = file == null || file.getElements().size() != 1 ? null : file.getElements().getFirst();
		List<EObject> elements = holder == null ? List.of() : List.copyOf(holder.eContents());
		if (elements.isEmpty() || elements.stream().anyMatch(element -> !fits(element, braces))) {
			throw new Refusal("What was copied cannot stand in '%s'. Copy elements that fit there.".formatted(found.name()));
		}
		pasteElements(work, wanted.into(), braces, elements);
	}

	/** Bays and shifts stand at sites, most others elsewhere. */
	private static boolean fits(EObject element, EObject braces) {
		return switch (element) {
			case Bay bay -> braces instanceof Site;
			case Shift shift -> braces instanceof Site;
			case Port port -> !(braces instanceof Connection);
			case Signal signal -> true;
			case Step step -> true;
			case Part part -> !(braces instanceof Site);
			default -> !(braces instanceof Site || braces instanceof Connection);
		};
	}

	/** @return the file, null if it is none */
	private Model parsed(String text) {
		IParseResult parsed = parser.parse(new StringReader(text));
		return parsed.hasSyntaxErrors() ? null : (Model) parsed.getRootASTElement();
	}

	private void pasteDeclarations(Work work, Elements.Found found, List<TopElement> elements) {
		Model file = Work.file(found.element());
		Map<String, String> names = names(elements, work.declared(file));
		List<String> lines = new ArrayList<>();
		for (TopElement element : elements) {
			lines.add("");
			lines.addAll(text(element, names, dropped(element, names)).lines().toList());
			if (element instanceof Declaration declaration) {
				work.added((file.getNamespace() == null ? "" : file.getNamespace() + ".") + names.get(declaration.getName()));
			}
		}
		work.changes().lines(file).addAfter(file.getElements().isEmpty() ? file : file.getElements().getLast(), lines);
	}

	private void pasteElements(Work work, String into, EObject braces, List<EObject> elements) {
		Map<String, String> names = names(elements, work.taken(braces));
		Map<Class<?>, List<String>> groups = new LinkedHashMap<>();
		List.of(Bay.class, Port.class, Part.class, EObject.class, Connection.class).forEach(kind -> groups.put(kind, new ArrayList<>()));
		for (EObject element : elements) {
			if (element instanceof Connection connection && !(leads(connection.getSource(), names, braces) && leads(connection.getTarget(), names, braces))) {
				continue;
			}
			Class<?> kind = groups.keySet().stream().filter(group -> group.isInstance(element) && group != EObject.class).findFirst().orElse(EObject.class);
			groups.get(kind).addAll(text(element, names, dropped(element, names, braces)).lines().toList());
			if (element instanceof NamedElement named && named.getName() != null) {
				work.added(into + "." + names.get(named.getName()));
			}
		}
		Lines lines = work.changes().lines(braces);
		if (lines.isOnOneLine(braces)) {
			lines.addTo(braces, null, groups.values().stream().flatMap(List::stream).toList());
			return;
		}
		groups.forEach((kind, texts) -> {
			if (!texts.isEmpty()) {
				EObject last = braces instanceof Recipe recipe ? recipe.getSteps().isEmpty() ? null : recipe.getSteps().getLast()
						: Additions.neighbour((Structure) braces, kind);
				lines.addTo(braces, last, texts);
			}
		});
	}

	private static Map<String, String> names(List<? extends EObject> elements, Set<String> taken) {
		Map<String, String> names = new HashMap<>();
		for (EObject element : elements) {
			if (element instanceof NamedElement named && named.getName() != null) {
				names.put(named.getName(), Spelling.free(named.getName(), taken));
			}
		}
		return names;
	}

	private boolean leads(End end, Map<String, String> names, EObject braces) {
		String name = name(end, NodeModelUtils.findNodesForFeature(end, TWIN.getEnd_Part()).isEmpty() ? TWIN.getEnd_Port() : TWIN.getEnd_Part());
		return names.containsKey(name) || members.find(braces, name) != null;
	}

	/** @return the name by which a reference that is not resolved means something */
	private String name(EObject owner, EReference reference) {
		return NodeModelUtils.findNodesForFeature(owner, reference).stream().map(this::name).findFirst().orElse("");
	}

	private String name(INode node) {
		return converters.name().toValue(NodeModelUtils.getTokenText(node), node);
	}

	/** @return the clauses that a copy does not take over: its place, its pieces, and what means something that is not there */
	private List<EObject> dropped(EObject element, Map<String, String> names, EObject braces) {
		List<EObject> dropped = new ArrayList<>();
		for (EObject inner : element.eContents()) {
			if (inner instanceof BayPlacement || inner instanceof Occupancy uses && uses.getKind() == UseKind.USES
					|| inner instanceof Cover cover && !isThere(cover, TWIN.getCover_Part(), names, braces)
					|| inner instanceof Sequence sequence && !isThere(sequence, TWIN.getSequence_Steps(), names, braces)) {
				dropped.add(inner);
			}
		}
		return dropped;
	}

	/** @return the clauses in a declaration that its copy does not take over: bays, and pieces that are not copied too */
	private List<EObject> dropped(EObject declaration, Map<String, String> names) {
		List<EObject> dropped = new ArrayList<>();
		EcoreUtil.<EObject>getAllProperContents(declaration, false).forEachRemaining(inner -> {
			if (inner instanceof BayPlacement || inner instanceof Occupancy uses && uses.getKind() == UseKind.USES
					&& !NodeModelUtils.findNodesForFeature(uses, TWIN.getOccupancy_Assets()).stream().map(this::name).allMatch(names::containsKey)) {
				dropped.add(inner);
			}
		});
		return dropped;
	}

	private boolean isThere(EObject owner, EReference reference, Map<String, String> names, EObject braces) {
		return NodeModelUtils.findNodesForFeature(owner, reference).stream().map(this::name).allMatch(name -> names.containsKey(name)
				|| (braces instanceof Recipe recipe ? recipe.getSteps().stream().anyMatch(step -> name.equals(step.getName())) : members.find(braces, name) != null));
	}

	/** @return the text of a parsed element with other names, without some clauses */
	private String text(EObject element, Map<String, String> names, List<EObject> dropped) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
		record Span(INode node, String name) {
		}
		List<Span> spans = new ArrayList<>();
		dropped.forEach(clause -> spans.add(new Span(NodeModelUtils.findActualNodeFor(clause), null)));
		renamed(element, names, dropped).forEach(named -> spans.add(new Span(named, spelling.name(names.get(name(named))))));
		spans.sort(Comparator.comparingInt((Span span) -> span.node().getOffset()).reversed());
		Draft text = new Draft(node.getRootNode().getText().substring(0, node.getEndOffset()));
		for (Span span : spans) {
			INode at = span.node();
			text.replace(span.name() == null ? Changes.cut(text.text(), at.getOffset(), at.getEndOffset(), false)
					: new Edit(at.getOffset(), at.getLength(), span.name()));
		}
		return text.text().substring(Changes.described(node));
	}

	/** @return where the name of the element stands, and those by which it and what is in it mean others beside it */
	private Set<INode> renamed(EObject element, Map<String, String> names, List<EObject> dropped) {
		Set<INode> nodes = new LinkedHashSet<>(NodeModelUtils.findNodesForFeature(element, TWIN.getNamedElement_Name()));
		EcoreUtil.<EObject>getAllProperContents(element, false).forEachRemaining(inner -> {
			if (dropped.stream().noneMatch(clause -> EcoreUtil.isAncestor(clause, inner))) {
				for (EReference reference : inner.eClass().getEAllReferences()) {
					boolean isOther = element instanceof Declaration ? !reference.isContainment() && !reference.isContainer() && !INSIDE.contains(reference)
							: BESIDE.contains(reference);
					if (isOther) {
						nodes.addAll(NodeModelUtils.findNodesForFeature(inner, reference));
					}
				}
			}
		});
		nodes.removeIf(node -> !names.containsKey(name(node)) || isBehind(node));
		return nodes;
	}

	/** Behind a dot a name means something inside of another one. */
	private static boolean isBehind(INode node) {
		return node.getOffset() > 0 && node.getRootNode().getText().charAt(node.getOffset() - 1) == '.';
	}
}
