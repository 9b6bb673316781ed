package io.twinwright.diagram;

import io.twinwright.core.capability.Provider;
import io.twinwright.core.capability.Providers;
import io.twinwright.core.capability.Recipes;
import io.twinwright.core.structure.Containment;
import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.BayFit;
import io.twinwright.core.topology.Joints;
import io.twinwright.core.topology.Media;
import io.twinwright.core.topology.Module;
import io.twinwright.core.topology.Mounting;
import io.twinwright.core.topology.Replacement;
import io.twinwright.model.Asset;
import io.twinwright.model.Bay;
import io.twinwright.model.BayPlacement;
import io.twinwright.model.Capability;
import io.twinwright.model.Declaration;
import io.twinwright.model.Direction;
import io.twinwright.model.Footprint;
import io.twinwright.model.Medium;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Structure;
import io.twinwright.model.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;

/** What may be created in a diagram, from the types of the project and of the library. Not thread safe, like the view of the model. */
public final class Palette {
	private final TwinModel twin;
	private final Collection<? extends Declaration> library;
	private final Function<EObject, Optional<String>> comments;
	private Replacement replacement;

	/** What people do with a tool. */
	public enum Use {
		/** Makes a part of a type. */
		PART,
		/** Makes a port of a medium, by its direction. */
		PORT_IN, PORT_OUT, PORT_INOUT,
		/** Makes a bay with a footprint. */
		BAY,
		/** Makes a piece of a type that stands in store. */
		ASSET,
		/** Makes a step that needs a capability. */
		STEP,
		/** Puts a piece beside the part that it may replace. */
		STANDBY,
		/** Joins two ports. */
		CONNECT,
		/** Makes a part the reserve of another. */
		COVER,
		/** Puts a step after another. */
		AFTER
	}

	/**
	 * One thing that may be created.
	 *
	 * @param id stable, for people's habits and for the wire
	 * @param group the heading under which it stands: the namespace of the project, or a word for the library's
	 * @param label what people read
	 * @param description what is said of it in the text, empty for nothing
	 * @param use what is made
	 * @param type the qualified name of the type, medium, capability or footprint; empty where there is none
	 * @param node what is drawn, null for a line
	 * @param into in what it may be put; empty for a line and for what stands on its own
	 * @param isOfLibrary whether its type is one that every project has
	 */
	public record Tool(String id, String group, String label, String description, Use use, String type, NodeKind node, Set<NodeKind> into,
			boolean isOfLibrary) {
		/** @return whether all words are part of the label, description or group, in any case */
		public boolean matches(String words) {
			String all = (label + " " + description + " " + group).toLowerCase(Locale.ROOT);
			return Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
		}
	}

	/**
	 * @param twin the project
	 * @param library the declarations that every file sees
	 * @param comments what is said of a declaration in the text
	 */
	public Palette(TwinModel twin, Collection<? extends Declaration> library, Function<EObject, Optional<String>> comments) {
		this.twin = twin;
		this.library = library;
		this.comments = comments;
	}

	/** @return what may be created in the diagram of a subject, group by group, what is the project's own before what is the library's */
	public List<Tool> tools(DiagramKind kind, NamedElement subject) {
		List<Tool> tools = new ArrayList<>();
		switch (kind) {
			case LINE -> {
				tools.add(line(Use.CONNECT, "Connection", "Joins two ports."));
				tools.add(line(Use.COVER, "Reserve", "Makes a part the installed reserve of another."));
				all(Type.class).stream().filter(type -> contained(subject, type).isEmpty()).forEach(type -> tools.add(tool(Use.PART, type, "Types", NodeKind.MODULE,
						NodeKind.FRAME, NodeKind.MODULE)));
				all(Asset.class).stream().filter(asset -> asset != subject).forEach(asset -> tools.add(tool(Use.STANDBY, asset, "Standby pieces",
						NodeKind.STANDBY, NodeKind.MODULE)));
				all(Medium.class).forEach(medium -> addPorts(medium, tools));
			}
			case SITE -> {
				all(Footprint.class).forEach(footprint -> tools.add(tool(Use.BAY, footprint, "Bays", NodeKind.BAY)));
				all(Medium.class).stream().filter(Media::isUtility).forEach(medium -> tools.add(tool(Use.PORT_OUT, medium, "Utilities", NodeKind.UTILITY)));
				List<Type> modules = all(Type.class).stream().filter(type -> !type.isAbstract() && hasFootprint(type)).toList();
				modules.forEach(type -> tools.add(tool(Use.PART, type, "Modules", NodeKind.MODULE, NodeKind.BAY)));
				modules.forEach(type -> tools.add(tool(Use.ASSET, type, "Modules in store", NodeKind.IDLE)));
			}
			case RECIPE -> {
				tools.add(line(Use.AFTER, "Sequence", "Puts a step after another."));
				Set<Capability> provided = provided();
				all(Capability.class).forEach(capability -> tools.add(provided.contains(capability) ? step(capability) : tool(Use.STEP, capability,
						"Capabilities", NodeKind.STEP)));
			}
			case PARTNERS -> {
				// is drawn, and edited where its elements stand
			}
		}
		// equal groups together, the project's own first
		Set<String> groups = new LinkedHashSet<>(tools.stream().map(Tool::group).toList());
		return groups.stream().flatMap(group -> tools.stream().filter(tool -> tool.group().equals(group))).toList();
	}

	private void addPorts(Medium medium, List<Tool> tools) {
		for (Direction direction : Direction.values()) {
			// what flows both ways
			if (direction != Direction.INOUT || Media.isEnergy(medium) || Media.isData(medium)) {
				Use use = switch (direction) {
					case IN -> Use.PORT_IN;
					case OUT -> Use.PORT_OUT;
					case INOUT -> Use.PORT_INOUT;
				};
				tools.add(tool(use, medium, "Ports", null, NodeKind.FRAME));
			}
		}
	}

	private <T extends Declaration> List<T> all(Class<T> kind) {
		List<T> all = new ArrayList<>(twin.all(kind));
		library.stream().filter(kind::isInstance).map(kind::cast).forEach(all::add);
		all.removeIf(declaration -> declaration.getName() == null);
		return all;
	}

	/** @return the capabilities that somebody provides, and what they are kinds of */
	private Set<Capability> provided() {
		Set<Capability> provided = new HashSet<>();
		twin.roots().stream().flatMap(root -> root.all().stream()).flatMap(position -> position.layers().stream())
				.flatMap(layer -> layer.getElements().stream()).map(Provider::offered).filter(capability -> capability != null).forEach(capability -> {
					for (Capability next = capability; next != null && provided.add(next); next = next.getBase()) {
						// over all bases
					}
				});
		return provided;
	}

	private Tool step(Capability capability) {
		Tool tool = tool(Use.STEP, capability, "Capabilities", NodeKind.STEP);
		return new Tool(tool.id(), "Provided here", tool.label(), tool.description(), tool.use(), tool.type(), tool.node(), tool.into(), false);
	}

	private Tool tool(Use use, Declaration declaration, String words, NodeKind node, NodeKind... into) {
		String namespace = declaration.eContainer() instanceof Model file ? file.getNamespace() : null;
		boolean isOfLibrary = library.contains(declaration);
		String group = isOfLibrary || namespace == null ? words : words + " of " + namespace;
		String direction = switch (use) {
			case PORT_IN -> "in ";
			case PORT_OUT -> "out ";
			case PORT_INOUT -> "inout ";
			default -> "";
		};
		String name = TwinModel.qualifiedName(declaration);
		return new Tool(use.name().toLowerCase(Locale.ROOT) + " " + name, group, direction + Facts.title(declaration),
				comments.apply(declaration).orElse(""), use, name, node, Set.of(into), isOfLibrary);
	}

	private static Tool line(Use use, String label, String description) {
		return new Tool(use.name().toLowerCase(Locale.ROOT), "Lines", label, description, use, "", null, Set.of(), false);
	}

	private static boolean hasFootprint(Type type) {
		return Members.lineage(type).stream().anyMatch(layer -> layer instanceof Type kind && Module.footprint(kind) != null);
	}

	/** @return why a part of a type cannot be made in a structure, empty if it can */
	public Optional<String> contained(NamedElement structure, Type type) {
		Type outer = null;
		for (EObject up = structure; up instanceof Structure && outer == null; up = up.eContainer()) {
			outer = up instanceof Type found ? found : null;
		}
		return outer == null ? Optional.empty() : Containment.refusal(type.getName(), outer, type);
	}

	/** @return why a part cannot be put into a bay, empty if it can */
	public Optional<String> standing(Part part, Bay bay) {
		Mounting mounting = new Mounting(twin);
		Optional<String> holder = mounting.in(bay).stream().map(BayPlacement::eContainer).filter(other -> other != part)
				.map(other -> ((NamedElement) other).getName()).findFirst();
		if (holder.isPresent()) {
			return Optional.of(BayFit.occupied(bay, holder.get(), part.getName()));
		}
		Position place = Insides.place(twin, part, null);
		Module module = place == null ? new Module(null, null) : Module.of(place);
		return BayFit.room(part.getName(), module, bay).or(() -> BayFit.floor(part.getName(), module, bay));
	}

	/** @return why a piece cannot be made standby of a part, empty if it can */
	public Optional<String> standby(Part part, Asset piece) {
		return replacement().unfit(part, piece).map(reason -> "Standby '%s' cannot take position '%s': %s".formatted(piece.getName(), part.getName(), reason));
	}

	/** @return why a part cannot be made the reserve of another, empty if it can */
	public Optional<String> cover(Part reserve, Part covered) {
		Position place = Insides.place(twin, reserve, null);
		return replacement().uncovered(reserve, covered, place == null ? List.of() : List.of(place));
	}

	private Replacement replacement() {
		if (replacement == null) {
			Providers providers = new Providers(twin);
			replacement = new Replacement(twin, new Joints(twin), providers, new Recipes(twin, providers));
		}
		return replacement;
	}
}
