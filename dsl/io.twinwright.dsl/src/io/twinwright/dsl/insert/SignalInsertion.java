package io.twinwright.dsl.insert;

import com.google.inject.Inject;
import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.address.ServedVariable;
import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.project.Projects;
import io.twinwright.model.Binding;
import io.twinwright.model.Model;
import io.twinwright.model.TopElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.scoping.IScopeProvider;

/**
 * Puts variables of a server into a text, as signals of what stands around an offset. Where the object around a variable is
 * bound, or a type stands for it, the signal names its way below that object; else it is bound to the node itself.
 */
public final class SignalInsertion {
	@Inject
	private Projects projects;
	@Inject
	private IScopeProvider scopes;
	@Inject
	private SignalText signals;

	/** @return the changes of the file, with what was left out; no changes if there is no place for signals at the offset */
	public Insertion insert(XtextResource file, int offset, Server server, List<ServedVariable> variables) {
		if (file.getParseResult().hasSyntaxErrors() || !(file.getContents().getFirst() instanceof Model model)) {
			return Insertion.refused("The text has syntax errors. Correct them first.");
		}
		try {
			return new Work(model, Place.at(model, offset), projects.of(file), server).insert(offset, variables);
		} catch (Place.Refused refusal) {
			return Insertion.refused(refusal.getMessage());
		}
	}

	/** One insertion. */
	private final class Work {
		private final Model file;
		private final Place place;
		private final TwinModel twin;
		private final Server server;
		private final List<Position> positions;
		private final Set<String> names;
		private final Endpoints endpoints;
		private final States states;
		private final List<String> lines = new ArrayList<>();
		private final List<String> bindings = new ArrayList<>();
		private final List<String> added = new ArrayList<>();
		private final List<String> remarks = new ArrayList<>();

		Work(Model file, Place place, TwinModel twin, Server server) {
			this.file = file;
			this.place = place;
			this.twin = twin;
			this.server = server;
			this.positions = twin.roots().stream().flatMap(root -> root.all().stream())
					.filter(position -> position.layers().contains(place.owner())).toList();
			Set<String> declared = TakenNames.beside(file, twin);
			this.names = TakenNames.in(place.braces(), twin.files(), place.owner() == place.braces() ? positions : List.of());
			this.endpoints = new Endpoints(file, twin, server, signals, declared);
			this.states = new States(file, scopes, signals, declared);
		}

		Insertion insert(int offset, List<ServedVariable> variables) throws Place.Refused {
			Map<NodeAddress, String> bound = bound();
			for (ServedVariable variable : variables) {
				String before = bound.get(variable.address());
				if (before != null) {
					remarks.add("'%s' is left out: '%s' is bound to its node already.".formatted(variable.name(), before));
				} else if (variable.data() == Data.OTHER) {
					remarks.add("'%s' is left out: its value is no single number, text, state or time.".formatted(variable.name()));
				} else {
					add(variable);
					bound.put(variable.address(), added.getLast());
				}
			}
			if (lines.isEmpty()) {
				return new Insertion(List.of(), List.of(), remarks);
			}
			Lines text = new Lines(NodeModelUtils.getNode(file).getRootNode().getText());
			text.addTo(place.braces(), place.before(offset), lines);
			addDeclarations(text);
			return new Insertion(text.edits(), List.copyOf(added), List.copyOf(remarks));
		}

		/** @return the paths of the signals that nodes of the server have */
		private Map<NodeAddress, String> bound() {
			Map<NodeAddress, String> bound = new HashMap<>();
			twin.roots().stream().flatMap(root -> root.all().stream()).flatMap(position -> position.points().stream()).forEach(point -> {
				if (twin.attachment(point).map(Attachment::endpoint).map(endpoints::isServer).orElse(server.simulated())) {
					bound.putIfAbsent(Addresses.of(twin, point), point.path());
				}
			});
			return bound;
		}

		private void add(ServedVariable variable) throws Place.Refused {
			String name = NewNames.of(variable, names);
			Optional<List<String>> relative = relative(variable);
			boolean direct = relative.isEmpty() && place.isSingle();
			List<String> node = new ArrayList<>();
			if (!direct) {
				List<String> usual = new ArrayList<>(place.namesInOwner());
				usual.add(name);
				List<String> way = relative.orElse(List.of(variable.name()));
				if (way.stream().anyMatch(step -> step.contains("/"))) {
					remarks.add("'%s' is found below its object by no path, since its browse name has a slash. Bind its signal '%s' for each piece."
							.formatted(variable.name(), name));
				} else if (!way.equals(usual)) {
					node.addAll(way);
				}
			}
			lines.add(signals.declaration(variable, name, variable.data() == Data.STATE ? states(variable, name) : null, node));
			if (direct) {
				List<String> path = new ArrayList<>(place.names());
				path.add(name);
				bindings.add("bind " + String.join(".", path.stream().map(signals::name).toList()) + " to " + endpoints.name(variable.address())
						+ " " + SignalText.quoted(variable.address().toString()));
			}
			added.add(name);
		}

		/** @return the name of the enumeration with the states of a variable; null where it becomes an integer, which is told */
		private String states(ServedVariable variable, String name) {
			String enumeration = states.of(variable, name);
			if (enumeration == null) {
				remarks.add((variable.states().isEmpty() ? "'%s' is an integer, since the server does not name its states."
						: "'%s' is an integer, since a state of it has a number below 0.").formatted(name));
			}
			return enumeration;
		}

		/** @return the browse names from the object of a position to a variable, empty if no object of the text leads there */
		private Optional<List<String>> relative(ServedVariable variable) {
			for (Position position : positions) {
				NodeAddress object = Addresses.of(twin, position);
				Optional<List<ServedVariable.Step>> below = isOnServer(position) ? variable.stepsFrom(object) : Optional.empty();
				if (below.isPresent()) {
					List<String> way = new ArrayList<>(below.get().stream().map(ServedVariable.Step::name).toList());
					way.add(variable.name());
					return variable.isFoundFrom(object) ? Optional.of(way) : Optional.empty();
				}
			}
			return Optional.empty();
		}

		private boolean isOnServer(Position position) {
			for (Position up = position; up != null; up = up.parent()) {
				Binding binding = twin.binding(up);
				if (binding != null) {
					return endpoints.isServer(binding.getEndpoint());
				}
			}
			// a simulated plant has what is not bound too
			return server.simulated();
		}

		private void addDeclarations(Lines text) {
			List<String> apart = new ArrayList<>(states.declarations());
			apart.addAll(endpoints.declarations());
			TopElement last = file.getElements().getLast();
			if (!apart.isEmpty()) {
				apart.addFirst("");
				text.addAfter(last, apart);
			}
			if (!bindings.isEmpty()) {
				Optional<Binding> neighbour = apart.isEmpty() ? file.getElements().stream().filter(Binding.class::isInstance).map(Binding.class::cast)
						.reduce((one, more) -> more) : Optional.empty();
				if (neighbour.isEmpty() && apart.isEmpty()) {
					bindings.addFirst("");
				}
				text.addAfter(neighbour.map(EObject.class::cast).orElse(last), bindings);
			}
		}
	}
}
