package io.twinwright.dsl.validation;

import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.ClauseFit;
import io.twinwright.core.structure.ClauseFit.Holder;
import io.twinwright.model.Bay;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Connection;
import io.twinwright.model.Contract;
import io.twinwright.model.Element;
import io.twinwright.model.Identity;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Offer;
import io.twinwright.model.Order;
import io.twinwright.model.OrderClause;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.model.Procedure;
import io.twinwright.model.Service;
import io.twinwright.model.Shift;
import io.twinwright.model.Signal;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Site;
import io.twinwright.model.Structure;
import io.twinwright.model.TwinPackage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;

/** Group 1: clauses and elements where they belong. */
public class ClauseRules extends Rules {
	@Check
	public void clausesFit(ClauseHolder holder) {
		clauses(holder, holder.getClauses());
	}

	@Check
	public void clausesFit(Order order) {
		clauses(order, order.getClauses());
	}

	private void clauses(EObject holder, Collection<? extends OrderClause> clauses) {
		if (clauses.isEmpty()) {
			return;
		}
		Set<String> seen = clauses.size() > 1 ? new HashSet<>() : null;
		for (OrderClause clause : clauses) {
			String word = ClauseFit.word(clause);
			if (!ClauseFit.fits(word, holder)) {
				report(Rule.CLAUSE_OUT_OF_PLACE, "Clause '%s' does not belong on %s. It stands on %s.".formatted(word,
						described(holder), listed(ClauseFit.holders(word))), clause, null, removal(clause, word));
			}
			String once = seen == null ? null : ClauseFit.onceKey(clause);
			if (once != null && !seen.add(once)) {
				report(Rule.CLAUSE_TWICE, "Clause '%s' is given twice on %s. Keep one of them.".formatted(once,
						described(holder)), clause, null, removal(clause, word));
			}
		}
	}

	private static List<Fix> removal(OrderClause clause, String word) {
		return Edits.fix("Remove '%s'".formatted(word), Edits.remove(clause));
	}

	private static String described(EObject holder) {
		Holder kind = ClauseFit.holder(holder);
		String name = holder instanceof NamedElement named && named.getName() != null ? " '" + named.getName() + "'" : "";
		return kind == null ? "this element" : kind.word() + name;
	}

	private static String listed(Collection<Holder> holders) {
		List<String> words = holders.stream().map(holder -> plural(holder.word())).toList();
		return words.size() < 2 ? String.join("", words)
				: words.subList(0, words.size() - 1).stream().collect(Collectors.joining(", ")) + " and " + words.getLast();
	}

	private static String plural(String word) {
		return word.endsWith("y") && !word.endsWith("ay") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
	}

	@Check
	public void elementsFit(Structure structure) {
		for (Element element : structure.getElements()) {
			String remedy = misplaced(structure, element);
			if (remedy != null) {
				report(Rule.ELEMENT_OUT_OF_PLACE, "%s cannot stand in %s. %s".formatted(described(element), where(structure),
						remedy), element, element instanceof NamedElement ? TwinPackage.Literals.NAMED_ELEMENT__NAME : null);
			}
		}
	}

	private static String described(Element element) {
		String word = switch (element) {
			case Signal signal -> signal.getKind().getLiteral();
			case EObject other -> other.eClass().getName().toLowerCase(Locale.ROOT);
		};
		String name = element instanceof NamedElement named && named.getName() != null ? " '" + named.getName() + "'" : "";
		return Character.toUpperCase(word.charAt(0)) + word.substring(1) + name;
	}

	private static String where(Structure structure) {
		String word = structure.eClass().getName().toLowerCase(Locale.ROOT);
		return structure instanceof NamedElement named && named.getName() != null ? word + " '" + named.getName() + "'"
				: "a " + word;
	}

	/** @return where an element would belong, null if it belongs here */
	private static String misplaced(Structure structure, Element element) {
		if (element instanceof Signal signal) {
			if (signal.getKind() == SignalKind.METER) {
				return "A meter belongs into a contract.";
			}
			if (signal.getKind() == SignalKind.SHARE) {
				return "A share belongs into an offer.";
			}
		}
		return switch (structure) {
			case Site site -> element instanceof Bay || element instanceof Shift || element instanceof Port
					|| element instanceof Signal || element instanceof Identity ? null
					: "A site holds bays, shifts, ports, signals and its identity; equipment belongs into an asset.";
			case Service service -> element instanceof Procedure || element instanceof Signal ? null
					: "A service holds procedures and signals.";
			case Procedure procedure -> element instanceof Signal ? null : "A procedure holds signals only.";
			case Connection connection -> element instanceof Signal || element instanceof Part ? null
					: "A connection holds signals and parts.";
			default -> switch (element) {
				case Bay bay -> "A bay belongs into a site.";
				case Shift shift -> "A shift belongs into a site.";
				case Procedure procedure -> "A procedure belongs into a service.";
				default -> null;
			};
		};
	}

	@Check
	public void contractsMeter(Contract contract) {
		items(contract.getItems(), SignalKind.METER, "contract '%s'".formatted(contract.getName()));
	}

	@Check
	public void offersShare(Offer offer) {
		items(offer.getItems(), SignalKind.SHARE, "offer '%s'".formatted(offer.getName()));
	}

	private void items(List<? extends EObject> items, SignalKind kind, String where) {
		List<Signal> others = new ArrayList<>();
		items.stream().filter(Signal.class::isInstance).map(Signal.class::cast).filter(signal -> signal.getKind() != kind)
				.forEach(others::add);
		others.forEach(signal -> report(Rule.ELEMENT_OUT_OF_PLACE, "%s cannot stand in %s. Only a %s belongs there."
				.formatted(described((Element) signal), where, kind.getLiteral()), signal,
				TwinPackage.Literals.NAMED_ELEMENT__NAME));
	}
}
