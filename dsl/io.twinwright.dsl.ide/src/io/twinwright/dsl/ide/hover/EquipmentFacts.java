package io.twinwright.dsl.ide.hover;

import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.ide.text.Headers;
import io.twinwright.model.Asset;
import io.twinwright.model.Clause;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Connection;
import io.twinwright.model.Cover;
import io.twinwright.model.Element;
import io.twinwright.model.End;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Occupancy;
import io.twinwright.model.Part;
import io.twinwright.model.Placement;
import io.twinwright.model.Port;
import io.twinwright.model.Provision;
import io.twinwright.model.ProvisionKind;
import io.twinwright.model.Service;
import io.twinwright.model.Site;
import io.twinwright.model.Size;
import io.twinwright.model.Structure;
import io.twinwright.model.Type;
import io.twinwright.model.UseKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;

/** What is known about types, assets, parts and ports: what they can do, where they are, to whom they are connected. */
final class EquipmentFacts {
	private EquipmentFacts() {
	}

	static void addType(Page page, Type type) {
		page.fact("Kind of", Members.lineage(type).stream().skip(1).map(base -> Page.code(Headers.name((NamedElement) base))).toList());
		page.fact("Footprint", clauses(type, Size.class).stream().map(size -> Page.code(Headers.name(size.getFootprint()))).toList());
		addAbilities(page, type);
	}

	static void addAsset(Page page, Asset asset, TwinModel twin) {
		page.fact("Type", Page.code(Headers.name(asset.getType())));
		page.fact("At", places(asset));
		if (asset.getName() != null && twin.isMounted(asset)) {
			Position position = twin.positionOf(asset);
			page.fact("Fills", Page.code(position.path()));
			page.fact("Site", site(position));
			page.fact("Connected", partners(position.element()));
		}
		addAbilities(page, asset);
	}

	static void addPart(Page page, Part part, TwinModel twin) {
		page.fact("Type", Page.code(Headers.name(part.getType())));
		page.fact("Number", Headers.multiplicity(part.getMultiplicity()));
		List<Position> positions = positions(part, twin);
		page.fact("Piece", distinct(positions, position -> position.piece() == null ? "" : position.piece().getName()));
		page.fact("Standby", clauses(part, Occupancy.class).stream().filter(clause -> clause.getKind() == UseKind.STANDBY)
				.flatMap(clause -> clause.getAssets().stream()).map(asset -> Page.code(Headers.name(asset))).toList());
		page.fact("Covers", clauses(part, Cover.class).stream().map(cover -> Page.code(Headers.name(cover.getPart()))).toList());
		page.fact("Site", distinct(positions, position -> Headers.name(position.site())));
		page.fact("Connected", partners(part));
		addAbilities(page, part);
	}

	static void addPort(Page page, Port port) {
		page.fact("Medium", Page.code(Headers.name(port.getMedium())));
		Set<String> joined = new LinkedHashSet<>();
		connections(port).forEach(connection -> {
			if (connection.getSource() != null && connection.getSource().getPort() == port) {
				joined.add("to " + end(connection.getTarget()));
			}
			if (connection.getTarget() != null && connection.getTarget().getPort() == port) {
				joined.add("from " + end(connection.getSource()));
			}
		});
		page.fact("Connected", joined);
	}

	static void addAbilities(Page page, EObject owner) {
		Set<String> provides = new LinkedHashSet<>();
		Set<String> requires = new LinkedHashSet<>();
		for (Structure layer : Members.lineage(owner)) {
			for (Element element : layer.getElements()) {
				switch (element) {
					case Provision provision when provision.getKind() == ProvisionKind.PROVIDES -> provides.add(ability(provision));
					case Provision provision -> requires.add(ability(provision));
					case Service service -> provides.add(Page.code(Headers.name(service.getCapability())) + " as " + Page.code(Headers.name(service)));
					default -> {
						// no ability
					}
				}
			}
		}
		page.fact("Provides", provides);
		page.fact("Requires", requires);
	}

	private static String ability(Provision provision) {
		return Page.code(Headers.text(provision).replaceFirst("^(provides|requires) ", ""));
	}

	static List<String> places(Asset asset) {
		return clauses(asset, Placement.class).stream().map(placement -> Page.code(Headers.name(placement.getPlace()))).toList();
	}

	private static String site(Position position) {
		Site site = position.site();
		return Page.code(Headers.name(site));
	}

	static <T extends Clause> List<T> clauses(ClauseHolder holder, Class<T> kind) {
		return holder.getClauses().stream().filter(kind::isInstance).map(kind::cast).toList();
	}

	static List<Position> positions(Part part, TwinModel twin) {
		List<Position> found = new ArrayList<>();
		for (Position root : twin.roots()) {
			root.all().stream().filter(position -> position.element() == part).forEach(found::add);
		}
		return found;
	}

	private static Set<String> distinct(List<Position> positions, java.util.function.Function<Position, String> name) {
		Set<String> names = new LinkedHashSet<>();
		positions.stream().map(name).filter(text -> !text.isEmpty()).map(Page::code).forEach(names::add);
		return names;
	}

	/** @return what the connections in the braces around a part join it with */
	static Set<String> partners(NamedElement part) {
		Set<String> partners = new LinkedHashSet<>();
		for (Connection connection : connections(part)) {
			if (connection.getSource() != null && connection.getSource().getPart() == part) {
				partners.add(own(connection.getSource()) + " to " + end(connection.getTarget()));
			}
			if (connection.getTarget() != null && connection.getTarget().getPart() == part) {
				partners.add(own(connection.getTarget()) + " from " + end(connection.getSource()));
			}
		}
		return partners;
	}

	private static List<Connection> connections(NamedElement element) {
		return element.eContainer() instanceof Structure braces ? braces.getElements().stream()
				.filter(Connection.class::isInstance).map(Connection.class::cast).toList() : List.of();
	}

	private static String own(End end) {
		return Page.code(Headers.name(end.getPort()));
	}

	private static String end(End end) {
		return end == null ? "" : Page.code(Headers.text(end).replace(" ", ""));
	}
}
