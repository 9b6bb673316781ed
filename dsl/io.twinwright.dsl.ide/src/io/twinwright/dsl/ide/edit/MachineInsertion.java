package io.twinwright.dsl.ide.edit;

import com.google.inject.Inject;
import io.twinwright.core.address.Addresses;
import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.discovery.Machine;
import io.twinwright.core.discovery.Match;
import io.twinwright.core.discovery.Matching;
import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.insert.Lines;
import io.twinwright.dsl.insert.MachineText;
import io.twinwright.dsl.insert.Server;
import io.twinwright.model.Asset;
import io.twinwright.model.Binding;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Puts a machine of a server into the texts of a project: as an asset with its server and its bindings, and as a piece of a
 * position. An asset that the machine is already stays, and is bound anew where it is bound to something else.
 */
public final class MachineInsertion {
	private static final String USES = "uses";
	private static final String STANDBY = "standby";

	@Inject
	private MachineText machines;
	@Inject
	private Editing editing;
	@Inject
	private Spelling spelling;

	/** What came of it. */
	public sealed interface Inserted {
		/**
		 * The texts change.
		 *
		 * @param texts the files that change, each with its whole new text
		 * @param piece the name of the asset
		 */
		record Changed(Map<URI, String> texts, String piece) implements Inserted {
		}

		/**
		 * Nothing changes.
		 *
		 * @param sentence what the user reads: which element, why not, and what to do instead
		 */
		record Refused(String sentence) implements Inserted {
		}
	}

	/** @return the texts in which the machine fills a position that has no piece yet, and stands by where there is one */
	public Inserted insert(Machine machine, Match match, Server server, Position at, TwinModel twin) {
		return attempt(new Attempt(machine, match, server, at, twin), at.piece() != null || twin.binding(at) != null);
	}

	/** @return the texts in which the machine takes a position: the piece that filled it stands by if the machine did, else it fills none */
	public Inserted swap(Machine machine, Match match, Server server, Position at, TwinModel twin) {
		return attempt(new Attempt(machine, match, server, at, twin), false);
	}

	private static Inserted attempt(Attempt attempt, boolean standby) {
		try {
			return standby ? attempt.standBy() : attempt.fill();
		} catch (Refusal refusal) {
			return new Inserted.Refused(refusal.getMessage());
		}
	}

	/** One insertion. */
	private final class Attempt {
		private final Position at;
		private final TwinModel twin;
		private final Map<URI, String> before;
		private final String id;
		private final String piece;
		/** The name as the text has it. */
		private final String written;
		private final Map<URI, String> texts;
		private final List<Binding> obsolete = new ArrayList<>();

		Attempt(Machine machine, Match match, Server server, Position at, TwinModel twin) {
			this.at = at;
			this.twin = twin;
			this.before = Editing.texts((XtextResource) twin.files().getFirst().eResource());
			this.texts = new HashMap<>(before);
			this.id = TwinModel.qualifiedName(at.root().element()) + at.path().substring(at.root().path().length());
			Model file = (Model) EcoreUtil.getRootContainer(at.root().element());
			Optional<Asset> known = new Matching(twin).known(machine);
			if (known.isPresent()) {
				piece = known.get().getName();
				written = machines.reference(known.get(), file);
				bind(known.get(), machine, match, server, file);
			} else {
				MachineText.Addition addition = machines.of(machine, match, server, file, twin);
				piece = addition.name();
				written = spelling.name(piece);
				append(file, addition.lines());
			}
		}

		private void bind(Asset known, Machine machine, Match match, Server server, Model file) {
			List<Binding> own = twin.all(Binding.class).stream().filter(binding -> first(binding) == known).toList();
			boolean isSo = own.stream().anyMatch(binding -> binding.getTarget().getSegments().size() == 1 && binding.getEndpoint() != null
					&& Addresses.url(binding.getEndpoint()).filter(server.url()::equals).isPresent()
					&& Addresses.node(binding).filter(machine.object().address()::equals).isPresent());
			if (!isSo) {
				append(file, machines.bindings(known, machine, match, server, file, twin));
				obsolete.addAll(own);
			}
		}

		private void append(Model file, List<String> added) {
			URI uri = file.eResource().getURI();
			List<String> lines = new ArrayList<>(List.of(""));
			lines.addAll(added);
			Lines text = new Lines(texts.get(uri));
			text.addAfter(file.getElements().getLast(), lines);
			texts.put(uri, new Fix("", text.edits()).apply(texts.get(uri)));
		}

		/** From the last to the first, so that those before are where they were; what was appended stands behind all of them. */
		private void cut() {
			Comparator<ICompositeNode> byPlace = Comparator.comparingInt(ICompositeNode::getOffset);
			for (Binding binding : obsolete.stream().sorted(Comparator.<Binding, ICompositeNode>comparing(NodeModelUtils::findActualNodeFor, byPlace).reversed()).toList()) {
				ICompositeNode node = NodeModelUtils.findActualNodeFor(binding);
				texts.computeIfPresent(binding.eResource().getURI(), (file, text) -> new Fix("", List.of(Changes.cut(text,
						Changes.described(node), node.getEndOffset(), true))).apply(text));
			}
		}

		Inserted standBy() throws Refusal {
			List<String> waiting = said(STANDBY);
			if (at.piece() != null && at.piece().getName().equals(piece) || waiting.contains(written)) {
				throw new Refusal("'%s' has '%s' already. Choose another position.".formatted(at.path(), piece));
			}
			waiting.add(written);
			return change(List.of(new Gesture.SetProperty(id, STANDBY, String.join(", ", waiting))));
		}

		Inserted fill() throws Refusal {
			if (at.piece() != null && at.piece().getName().equals(piece)) {
				throw new Refusal("'%s' is in '%s' already. Choose another position.".formatted(piece, at.path()));
			}
			List<Gesture> gestures = new ArrayList<>();
			List<String> pieces = said(USES);
			int number = at.index() == 0 ? 0 : at.index() - ((Part) at.element()).getMultiplicity().getLow();
			if (number > pieces.size()) {
				throw new Refusal("'%s' gets its piece after those of smaller numbers. Fill them first.".formatted(at.path()));
			}
			String old = number < pieces.size() ? pieces.set(number, written) : null;
			if (old == null) {
				pieces.add(written);
			}
			gestures.add(new Gesture.SetProperty(id, USES, String.join(", ", pieces)));
			List<String> waiting = said(STANDBY);
			if (old != null && waiting.contains(written)) {
				waiting.replaceAll(one -> one.equals(written) ? old : one);
				gestures.add(new Gesture.SetProperty(id, STANDBY, String.join(", ", waiting)));
			}
			unbind();
			return change(gestures);
		}

		/** What is bound by the position and not by its piece is of the machine that was there. */
		private void unbind() throws Refusal {
			for (Binding binding : twin.all(Binding.class)) {
				List<Located> reached = binding.getTarget() == null || at.piece() != null && first(binding) == at.piece() ? List.of() : twin.resolve(binding.getTarget());
				long inside = reached.stream().filter(this::isInside).count();
				if (inside > 0 && inside < reached.size()) {
					throw new Refusal("A binding of '%s' binds others too. Bind each of them by itself.".formatted(at.path()));
				}
				if (inside > 0) {
					obsolete.add(binding);
				}
			}
		}

		private boolean isInside(Located located) {
			for (Position up = located instanceof Point point ? point.position() : (Position) located; up != null; up = up.parent()) {
				if (up == at) {
					return true;
				}
			}
			return false;
		}

		/** @return the names of the pieces behind a word of the position */
		private List<String> said(String key) {
			String text = editing.properties(before, id).stream().filter(property -> property.key().equals(key)).map(Property::text).findFirst().orElse("");
			return new ArrayList<>(text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s*,\\s*")));
		}

		private Inserted change(List<Gesture> gestures) {
			cut();
			switch (editing.edit(texts, gestures)) {
				case Edited.Refused refused -> {
					return new Inserted.Refused(refused.sentence());
				}
				case Edited.Changed changed -> changed.files().forEach(file -> texts.computeIfPresent(file.file(), (uri, text) -> file.apply(text)));
			}
			Map<URI, String> changed = new HashMap<>(texts);
			changed.entrySet().removeAll(before.entrySet());
			return new Inserted.Changed(Map.copyOf(changed), piece);
		}
	}

	private static NamedElement first(Binding binding) {
		List<Segment> segments = binding.getTarget() == null ? List.of() : binding.getTarget().getSegments();
		return segments.isEmpty() ? null : segments.getFirst().getTarget();
	}
}
