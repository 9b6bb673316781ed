package io.twinwright.sirius;

import io.twinwright.core.topology.Arrangement;
import io.twinwright.core.topology.ConnectionFit.Refusal;
import io.twinwright.core.translation.Translation;
import io.twinwright.diagram.Connections;
import io.twinwright.diagram.Connections.Place;
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
import io.twinwright.model.Site;
import io.twinwright.model.Step;
import io.twinwright.model.StringLiteral;
import io.twinwright.model.Structure;
import io.twinwright.model.TwinFactory;
import io.twinwright.model.TwinPackage;
import io.twinwright.model.Type;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;

/**
 * What tools do. Each changes the model in place and gives back why it did not: a sentence to be shown, or nothing. Nothing is changed
 * while the text of the file has syntax errors.
 */
public final class EditServices {
	static final String UNPARSED = "'%s' has syntax errors, so the diagram shows only a part of it and cannot be edited. Correct the text first.";

	private EditServices() {
	}

	/** Adds a part of a type, with a free name. */
	public static List<StringLiteral> addPart(EObject self, EObject type) {
		return edit(self, () -> self instanceof Structure braces && self instanceof NamedElement around
				? Arrangement.contained(around, ((Type) type).getName(), (Type) type).orElseGet(() -> Additions.part(braces, (Type) type))
				: Reasons.noParts(self));
	}

	/** Adds a port of its own to equipment, with a free name. */
	public static List<StringLiteral> addPort(EObject self, EObject medium, String direction) {
		return edit(self, () -> self instanceof Structure braces ? Additions.port(braces, (Medium) medium, direction)
				: Reasons.noPorts(self));
	}

	/** Adds a bay to a site, with a free name. */
	public static List<StringLiteral> addBay(EObject self, EObject footprint) {
		return edit(self, () -> self instanceof Site site ? Additions.bay(site, (Footprint) footprint) : Reasons.noneOf(self, "site"));
	}

	/** Adds a step to a recipe, with a free name. */
	public static List<StringLiteral> addStep(EObject self, EObject capability) {
		return edit(self, () -> self instanceof Recipe recipe ? Additions.step(recipe, (Capability) capability) : Reasons.noneOf(self, "recipe"));
	}

	/** Lets a step come after this one. */
	public static List<StringLiteral> precede(Step self, Step next) {
		return edit(next, () -> Clauses.addAfter(next, self));
	}

	/** Takes away that the step where an edge ends comes after this one. */
	public static List<StringLiteral> unprecede(EObject self, EObject edge) {
		return edit(self, () -> Views.element(Views.target(edge)) instanceof Step next ? Clauses.removeAfter(next, self) : "");
	}

	/** Connects two ports; the ends are swapped where they only fit that way. */
	public static List<StringLiteral> connect(Port self, Port other, EObject view, EObject otherView) {
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
	public static List<StringLiteral> beginAt(Connection self, Port port, EObject portView) {
		return edit(self, () -> reconnect(self, portView, self.getSource(), place(port, portView), place(self.getTarget()), place(port, portView)));
	}

	/** Lets a connection end elsewhere. */
	public static List<StringLiteral> endAt(Connection self, Port port, EObject portView) {
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
	public static List<StringLiteral> rename(NamedElement self, String name) {
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
	public static List<StringLiteral> setLabel(NamedElement self, String label) {
		return edit(self, () -> {
			self.setLabel(label == null || label.isBlank() ? null : label.strip());
			return "";
		});
	}

	/** Deletes an element with what cannot stand without it; refused where something else would break. */
	public static List<StringLiteral> remove(EObject self, EObject view) {
		return edit(self, () -> {
			EObject subject = Views.subject(view);
			return subject != null && self.eContainer() != subject ? Reasons.inherited(self) : Uses.remove(self);
		});
	}

	/** Says how much a connection buffers, as in {@code 120} or {@code 3 [m3]}; a blank amount takes it away. */
	public static List<StringLiteral> setBuffer(Connection self, String amount) {
		return edit(self, () -> Clauses.setBuffer(self, amount));
	}

	/** Lets a piece take a position if the one there cannot. */
	public static List<StringLiteral> addStandby(EObject self, EObject piece) {
		return edit(self, () -> self instanceof Part part
				? Drawings.of(self).arrangement().standby(part, (Asset) piece).orElseGet(() -> Clauses.addStandby(part, (Asset) piece)) : Reasons.noneOf(self, "part"));
	}

	/** Says of which part a part is the installed reserve; null takes that away. */
	public static List<StringLiteral> setCover(EObject self, EObject covered) {
		return edit(self, () -> self instanceof Part part
				? Optional.ofNullable((Part) covered).flatMap(other -> Drawings.of(self).arrangement().cover(part, other)).orElseGet(() -> Clauses.setCover(part, (Part) covered)) : Reasons.noneOf(self, "part"));
	}

	/** Puts a part into a bay; null takes it out. */
	public static List<StringLiteral> setBay(Part self, EObject bay) {
		return edit(self, () -> Optional.ofNullable((Bay) bay).flatMap(place -> Drawings.of(self).arrangement().standing((Structure) self.eContainer(), self.getName(), self,
				self.getType(), place))
				.orElseGet(() -> Clauses.setBay(self, (Bay) bay)));
	}

	/** Something that changes the model and says why it did not, or an empty text. */
	private interface Change {
		String make();
	}

	private static List<StringLiteral> edit(EObject element, Change change) {
		if (element == null || element.eResource() == null) {
			return List.of();
		}
		String sentence = FindingServices.isUnderstood(element) ? change.make() : UNPARSED.formatted(element.eResource().getURI().lastSegment());
		if (sentence.isEmpty()) {
			return List.of();
		}
		StringLiteral said = TwinFactory.eINSTANCE.createStringLiteral();
		said.setText(Translation.here().of(sentence));
		return List.of(said);
	}
}
