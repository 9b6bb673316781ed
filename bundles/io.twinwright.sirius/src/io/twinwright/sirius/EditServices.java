package io.twinwright.sirius;

import io.twinwright.core.topology.Arrangement;
import io.twinwright.core.topology.ConnectionFit.Refusal;
import io.twinwright.core.translation.Translation;
import io.twinwright.diagram.Connections;
import io.twinwright.diagram.Connections.Place;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.EdgeKind;
import io.twinwright.dsl.ide.edit.Reasons;
import io.twinwright.dsl.ide.rename.NameCheck;
import io.twinwright.dsl.ide.rename.RenameRefused;
import io.twinwright.model.Asset;
import io.twinwright.model.Bay;
import io.twinwright.model.Capability;
import io.twinwright.model.Connection;
import io.twinwright.model.End;
import io.twinwright.model.Footprint;
import io.twinwright.model.Medium;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.model.Recipe;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Site;
import io.twinwright.model.Step;
import io.twinwright.model.Structure;
import io.twinwright.model.TwinPackage;
import io.twinwright.model.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;

/**
 * What tools do. Each changes the model in place and gives back nothing; where it did not, it gives back the element that was to change,
 * of which {@link #refusal} says why. Sirius looks for the session of what an operation works on, so that it must be in a file. Nothing is
 * changed while the text of the file has syntax errors, and nothing of the library.
 */
public final class EditServices {
	static final String UNPARSED = "'%s' has syntax errors, so the diagram shows only a part of it and cannot be edited. Correct the text first.";

	private static final String FOREIGN = "'%s' belongs to the library and stays as it is. Extend it by a type of your own.";

	private EditServices() {
	}

	/** Adds a part of a type, with a free name. */
	public static List<EObject> addPart(EObject self, EObject type) {
		return edit(self, () -> self instanceof Structure braces && self instanceof NamedElement around
				? Arrangement.contained(around, ((Type) type).getName(), (Type) type).orElseGet(() -> Additions.part(braces, (Type) type))
				: Reasons.noParts(self));
	}

	/** Adds a port of its own to equipment, with a free name. */
	public static List<EObject> addPort(EObject self, EObject medium, String direction) {
		return edit(self, () -> self instanceof Structure braces ? Additions.port(braces, (Medium) medium, direction)
				: Reasons.noPorts(self));
	}

	/** Adds a bay to a site, with a free name. */
	public static List<EObject> addBay(EObject self, EObject footprint) {
		return edit(self, () -> self instanceof Site site ? Additions.bay(site, (Footprint) footprint) : Reasons.noneOf(self, "site"));
	}

	/** Adds a step to a recipe, with a free name. */
	public static List<EObject> addStep(EObject self, EObject capability) {
		return edit(self, () -> self instanceof Recipe recipe ? Additions.step(recipe, (Capability) capability) : Reasons.noneOf(self, "recipe"));
	}

	/** Lets a step come after this one. */
	public static List<EObject> precede(Step self, Step next) {
		return edit(next, () -> Clauses.addAfter(next, self));
	}

	/** Takes away that the step where an edge ends comes after this one. */
	public static List<EObject> unprecede(EObject self, EObject edge) {
		return edit(self, () -> Views.element(Views.target(edge)) instanceof Step next ? Clauses.removeAfter(next, self) : "");
	}

	/** Connects two ports; the ends are swapped where they only fit that way. */
	public static List<EObject> connect(Port self, Port other, EObject view, EObject otherView) {
		Structure around = Views.subject(view) instanceof Structure structure ? structure : null;
		return edit(around, () -> {
			Place from = place(self, view);
			Place to = place(other, otherView);
			Connections fit = new Connections();
			Optional<Refusal> refusal = fit.refusal(from, to);
			boolean isReversed = refusal.isPresent() && fit.refusal(to, from).isEmpty();
			if (refusal.isPresent() && !isReversed) {
				return refusal.get().message();
			}
			Additions.connection(around, isReversed ? to : from, isReversed ? from : to);
			return "";
		});
	}

	/** Lets a connection begin elsewhere. */
	public static List<EObject> beginAt(Connection self, Port port, EObject portView) {
		return edit(self, () -> reconnect(self, portView, self.getSource(), place(port, portView), place(self.getTarget()), place(port, portView)));
	}

	/** Lets a connection end elsewhere. */
	public static List<EObject> endAt(Connection self, Port port, EObject portView) {
		return edit(self, () -> reconnect(self, portView, self.getTarget(), place(self.getSource()), place(port, portView), place(port, portView)));
	}

	private static String reconnect(Connection self, EObject view, End end, Place from, Place to, Place changed) {
		if (self.eContainer() != Views.subject(view)) {
			return Reasons.inherited(self);
		}
		Place source = end == self.getSource() ? changed : from;
		Place target = end == self.getTarget() ? changed : to;
		Optional<Refusal> refusal = new Connections().refusal(source, target);
		if (refusal.isPresent()) {
			return refusal.get().message();
		}
		end.setPart(changed.part());
		end.setPort(changed.port());
		end.eUnset(TwinPackage.Literals.END__INDEX);
		end.eUnset(TwinPackage.Literals.END__PORT_INDEX);
		return "";
	}

	private static Place place(End end) {
		return new Place(end.getPart(), end.getPort());
	}

	private static Place place(Port port, EObject view) {
		return new Place(Views.element(view.eContainer()) instanceof Part part ? part : null, port);
	}

	/** Changes a name where it is declared and everywhere it is used. */
	public static List<EObject> rename(NamedElement self, String name) {
		return edit(self, () -> {
			try {
				String checked = Drawings.service(self, NameCheck.class).checked(self, name);
				Uses.of(self).forEach(use -> use.eResource().setModified(true));
				self.setName(checked);
				return "";
			} catch (RenameRefused refusal) {
				return refusal.getMessage();
			}
		});
	}

	/** Sets the name for people; a blank one takes it away. */
	public static List<EObject> setLabel(NamedElement self, String label) {
		return edit(self, () -> {
			self.setLabel(label == null || label.isBlank() ? null : label.strip());
			return "";
		});
	}

	/** Deletes an element with what cannot stand without it; refused where something else would break, or where it is inherited. */
	public static List<EObject> remove(EObject self, EObject view) {
		EObject subject = Views.subject(view);
		boolean isOfSubject = subject == null || Views.kind(Views.diagram(view)) != DiagramKind.LINE;
		return isOfSubject ? edit(self, () -> Uses.remove(self)) : discard(self, subject);
	}

	/** Deletes an element of an owner with what cannot stand without it; refused for what the owner inherits. */
	public static List<EObject> discard(EObject self, EObject owner) {
		return edit(self, () -> self.eContainer() == owner ? Uses.remove(self) : Reasons.inherited(self));
	}

	/** Says how much a connection buffers, as in {@code 120} or {@code 3 [m3]}; a blank amount takes it away. */
	public static List<EObject> setBuffer(Connection self, String amount) {
		return edit(self, () -> Clauses.setBuffer(self, amount));
	}

	/** Lets a piece take a position if the one there cannot. */
	public static List<EObject> addStandby(EObject self, EObject piece) {
		return edit(self, () -> self instanceof Part part
				? Drawings.of(self).arrangement().standby(part, (Asset) piece).orElseGet(() -> Clauses.addStandby(part, (Asset) piece)) : Reasons.noneOf(self, "part"));
	}

	/** Takes away that a piece may take positions: that of an edge, or all that its box in a diagram stands for. */
	public static List<EObject> dismiss(EObject self, EObject view) {
		EObject end = Views.element(Views.target(view));
		NamedElement subject = Views.subject(view);
		List<EObject> parts = end != null ? List.of(end) : EdgeServices.tied(self, view, EdgeKind.STANDBY.name());
		return parts.stream().map(part -> edit(part, () -> part.eContainer() == subject ? Clauses.removeStandby((Part) part, self) : Reasons.inherited(part)))
				.flatMap(List::stream).limit(1).toList();
	}

	/** Takes away that a part is the installed reserve of another. */
	public static List<EObject> uncover(EObject self) {
		return setCover(self, null);
	}

	/** Says of which part a part is the installed reserve; null takes that away. */
	public static List<EObject> setCover(EObject self, EObject covered) {
		return edit(self, () -> self instanceof Part part
				? Optional.ofNullable((Part) covered).flatMap(other -> Drawings.of(self).arrangement().cover(part, other)).orElseGet(() -> Clauses.setCover(part, (Part) covered)) : Reasons.noneOf(self, "part"));
	}

	/** Puts a part into a bay; null takes it out. */
	public static List<EObject> setBay(Part self, EObject bay) {
		return edit(self, () -> Optional.ofNullable((Bay) bay).flatMap(place -> Drawings.of(self).arrangement().standing((Structure) self.eContainer(), self.getName(), self,
				self.getType(), place))
				.orElseGet(() -> Clauses.setBay(self, (Bay) bay)));
	}

	/** Moves a part into a bay; out of its bay where the place is none. */
	public static List<EObject> moveTo(EObject self, EObject place) {
		return self instanceof Part part ? setBay(part, place instanceof Bay ? place : null) : edit(self, () -> Reasons.noneOf(self, "part"));
	}

	/** Adds an asset of a type at a site, with a free name. */
	public static List<EObject> addModule(EObject self, EObject type) {
		return edit(self, () -> self instanceof Site site ? Additions.asset(site, (Type) type) : Reasons.noneOf(self, "site"));
	}

	/** Adds a signal of a kind to equipment, with a free name and without a unit. */
	public static List<EObject> addSignal(EObject self, String kind) {
		return edit(self, () -> self instanceof Structure structure ? Additions.signal(structure, SignalKind.get(kind))
				: "'%s' has no signals. Choose an asset, a type or a site.".formatted(Reasons.name(self)));
	}

	/** Something that changes the model and says why it did not, or an empty text. */
	private interface Change {
		String make();
	}

	/** Does something with the positions of a diagram of a subject. */
	static List<EObject> placed(NamedElement subject, Function<NamedElement, String> change) {
		return edit(subject, () -> change.apply(subject));
	}

	private static List<EObject> edit(EObject element, Change change) {
		if (element == null || element.eResource() == null) {
			return List.of();
		}
		// a change may take the element out of its file
		Drawings drawings = Drawings.of(element);
		String sentence = !Drawings.isOwn(element.eResource()) ? FOREIGN.formatted(Reasons.name(element))
				: FindingServices.isUnderstood(element) ? change.make() : UNPARSED.formatted(element.eResource().getURI().lastSegment());
		drawings.refuse(Translation.here().of(sentence));
		return sentence.isEmpty() ? List.of() : List.of(element);
	}

	/** @return why the last tool changed nothing, empty if it did */
	public static String refusal(EObject self) {
		return self.eResource() == null ? "" : Drawings.of(self).refusal();
	}
}
