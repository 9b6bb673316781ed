package io.twinwright.dsl.ide.edit;

import com.google.inject.Inject;
import io.twinwright.core.structure.ClauseFit;
import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.insert.Lines;
import io.twinwright.dsl.services.TwinGrammarAccess;
import io.twinwright.model.Clause;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.ConditionAlarm;
import io.twinwright.model.LimitAlarm;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Path;
import io.twinwright.model.Recipe;
import io.twinwright.model.Refinement;
import io.twinwright.model.Structure;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;

/** The clauses in the headers of elements: what stands behind their words, set and taken away. */
final class Headers {
	/** What a position may say of an inherited part: who fills it and who may. */
	private static final Set<String> OF_POSITION = Set.of("uses", "standby");

	@Inject
	private IParser parser;
	@Inject
	private TwinGrammarAccess grammar;
	@Inject
	private Spelling spelling;

	/** @return the words with which a clause begins, which tell it from others on its element */
	static String key(Clause clause) {
		return switch (clause) {
			case LimitAlarm alarm -> "alarm " + alarm.getLevel().getLiteral();
			case ConditionAlarm alarm -> "alarm when";
			default -> ClauseFit.word(clause);
		};
	}

	/** @return the clauses of an element that begin with some words, in the order of the text */
	static List<Clause> all(ClauseHolder holder, String key) {
		return holder.getClauses().stream().filter(clause -> key.equals(key(clause))).toList();
	}

	/** @return whether a position may say it of an inherited part */
	static boolean isOfPosition(String key) {
		return OF_POSITION.contains(key);
	}

	/** @return the clauses about the pieces of a part where it is shown: of the nearest that refines it, else its own */
	static List<Clause> said(Elements.Found found, String key) {
		List<EObject> from = new ArrayList<>(List.of(found.home()));
		from.addAll(found.way());
		for (int i = 0; i < found.way().size(); i++) {
			List<EObject> way = found.way().subList(i, found.way().size());
			for (Structure layer : from.get(i) instanceof Structure braces ? Members.lineage(braces) : List.<Structure>of()) {
				for (Refinement refinement : Elements.own(layer, Refinement.class)) {
					if (isOf(refinement.getTarget(), way) && !all(refinement, key).isEmpty()) {
						return all(refinement, key);
					}
				}
			}
		}
		return all((ClauseHolder) found.element(), key);
	}

	/** @return that a clause stands somewhere else than an element is shown */
	static Refusal elsewhere(Elements.Found found, String key, Clause clause) {
		EObject braces = clause.eContainer().eContainer();
		return new Refusal("'%s' of '%s' is said in '%s'. Take it away there.".formatted(key, found.name(), TwinModel.qualifiedName((NamedElement) braces)));
	}

	/** @return where the token before a node begins */
	static int before(INode node) {
		ILeafNode last = null;
		for (ILeafNode leaf : node.getRootNode().getLeafNodes()) {
			if (leaf.getOffset() >= node.getOffset()) {
				break;
			}
			last = leaf.isHidden() ? last : leaf;
		}
		return last == null ? node.getOffset() : last.getOffset();
	}

	/** @return what stands behind the words of a clause */
	static String text(Clause clause) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(clause);
		String text = node.getRootNode().getText();
		return text.substring(start(clause, key(clause)), node.getEndOffset());
	}

	/** @return where a clause begins behind its words */
	private static int start(Clause clause, String key) {
		int words = key.split(" ").length;
		for (ILeafNode leaf : NodeModelUtils.findActualNodeFor(clause).getLeafNodes()) {
			if (!leaf.isHidden() && words-- == 0) {
				return leaf.getOffset();
			}
		}
		throw new IllegalStateException("The clause '%s' has nothing behind its words.".formatted(key));
	}

	/**
	 * Sets a clause, the first one of its words; what an inherited part says of its pieces is refined.
	 *
	 * @param text what stands behind the words; null or blank takes the clause away
	 */
	void set(Work work, Elements.Found found, String key, String text) throws Refusal {
		if (!(found.element() instanceof ClauseHolder holder) || !ClauseFit.fits(key.split(" ")[0], holder)) {
			throw new Refusal("'%s' cannot say '%s'. Choose another property.".formatted(found.name(), key));
		}
		if (found.element() instanceof Part && found.isInherited() && OF_POSITION.contains(key)) {
			refine(work, found, key, text);
			return;
		}
		requireHere(found);
		set(work, holder, found.name(), key, 0, text);
	}

	/** @throws Refusal for what is declared elsewhere */
	static void requireHere(Elements.Found found) throws Refusal {
		Work.requireOwn(found.element(), found.name());
		if (found.isInherited()) {
			throw new Refusal(Reasons.inherited(found.element()));
		}
	}

	/** @param number which of the clauses of these words, from 0; one that is not there yet is added */
	void set(Work work, ClauseHolder holder, String name, String key, int number, String text) throws Refusal {
		List<Clause> clauses = all(holder, key);
		Optional<Clause> old = number < clauses.size() ? Optional.of(clauses.get(number)) : Optional.empty();
		if (text == null || text.isBlank()) {
			old.ifPresent(clause -> cut(work, clause));
			return;
		}
		String said = checked(name, key, text.strip());
		if (old.isPresent()) {
			ICompositeNode node = NodeModelUtils.findActualNodeFor(old.get());
			work.changes().replace(holder, start(old.get(), key), node.getEndOffset(), said);
		} else {
			int end = end(holder);
			work.changes().replace(holder, end, end, " " + key + " " + said);
		}
	}

	static void cut(Work work, Clause clause) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(clause);
		work.changes().cut(clause, node.getOffset(), node.getEndOffset());
	}

	/** @return where the header of an element ends */
	private static int end(EObject element) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
		INode brace = element instanceof Structure || element instanceof Recipe ? Lines.brace(element, "{") : null;
		int end = node.getEndOffset();
		for (ILeafNode leaf : node.getLeafNodes()) {
			if (brace != null && leaf.getOffset() >= brace.getOffset()) {
				return end;
			}
			end = leaf.isHidden() ? end : leaf.getEndOffset();
		}
		return node.getEndOffset();
	}

	/** One clause of these words and nothing else; a remark would swallow what stands behind it. */
	private String checked(String name, String key, String text) throws Refusal {
		IParseResult parsed = parser.parse(grammar.getClauseRule(), new StringReader(key + " " + text));
		boolean isOne = !parsed.hasSyntaxErrors() && parsed.getRootASTElement() instanceof Clause clause && key(clause).equals(key);
		if (isOne) {
			for (ILeafNode leaf : parsed.getRootNode().getLeafNodes()) {
				isOne &= !leaf.isHidden() || leaf.getText().isBlank() && leaf.getText().indexOf('\n') < 0;
			}
		}
		if (!isOne) {
			throw new Refusal("'%s' cannot stand behind '%s' of '%s'. Write it as in a text.".formatted(text, key, name));
		}
		return text;
	}

	private void refine(Work work, Elements.Found found, String key, String text) throws Refusal {
		Structure home = (Structure) found.home();
		boolean isGone = text == null || text.isBlank();
		Work.requireOwn((EObject) home, ((NamedElement) home).getName());
		Optional<Refinement> refined = Elements.own(home, Refinement.class).stream().filter(refinement -> isOf(refinement.getTarget(), found.way())).findFirst();
		List<Clause> said = said(found, key);
		if (isGone && !said.isEmpty() && (refined.isEmpty() || said.getFirst().eContainer() != refined.get())) {
			throw elsewhere(found, key, said.getFirst());
		}
		if (refined.isPresent()) {
			Refinement refinement = refined.get();
			boolean isAll = refinement.getClauses().size() == 1 && refinement.getValue() == null && !all(refinement, key).isEmpty();
			if (isAll && isGone) {
				work.changes().cut(refinement);
			} else {
				set(work, refinement, found.name(), key, 0, text);
			}
		} else if (!isGone) {
			List<Refinement> others = Elements.own(home, Refinement.class);
			String way = found.way().stream().map(element -> spelling.name(((NamedElement) element).getName())).collect(Collectors.joining("."));
			work.changes().lines((EObject) home).addTo((EObject) home, others.isEmpty() ? Additions.neighbour(home, EObject.class) : others.getLast(),
					List.of("refine " + way + " " + key + " " + checked(found.name(), key, text.strip())));
		}
	}

	/** @return whether a path leads along a way, without numbers */
	static boolean isOf(Path path, List<? extends EObject> way) {
		if (path == null || path.getSegments().size() != way.size()) {
			return false;
		}
		for (int i = 0; i < way.size(); i++) {
			if (path.getSegments().get(i).getIndex() != 0 || path.getSegments().get(i).getTarget() != way.get(i)) {
				return false;
			}
		}
		return true;
	}
}
