package io.twinwright.dsl.ide.hover;

import com.google.inject.Inject;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.Mentions;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.ide.text.Headers;
import io.twinwright.dsl.ide.text.Pointed;
import io.twinwright.dsl.project.Projects;
import io.twinwright.model.Asset;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Contract;
import io.twinwright.model.Element;
import io.twinwright.model.Entry;
import io.twinwright.model.Guarantee;
import io.twinwright.model.Identity;
import io.twinwright.model.Involvement;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Offer;
import io.twinwright.model.Part;
import io.twinwright.model.Price;
import io.twinwright.model.Signal;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Structure;
import io.twinwright.model.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/** Writes the cards of assets: who am I, what do I provide, who are my partners, what do I know, whom do I serve. */
public final class AssetCards {
	@Inject
	private Projects projects;

	/** @return the card of what a name at a place means, else of what the place is in, in Markdown; empty outside of equipment */
	public Optional<String> card(XtextResource file, int offset) {
		return Pointed.at(file, offset).map(Pointed::element).map(AssetCards::equipment).or(() -> around(file, offset))
				.map(element -> card(element, projects.of(file)));
	}

	private static Optional<NamedElement> around(XtextResource file, int offset) {
		INode leaf = Pointed.leaf(file, offset);
		return Optional.ofNullable(leaf == null ? null : equipment(NodeModelUtils.findActualSemanticObjectFor(leaf)));
	}

	/** @return the nearest asset, part or type, null if there is none */
	private static NamedElement equipment(EObject element) {
		for (EObject up = element; up != null; up = up.eContainer()) {
			if (up instanceof Asset || up instanceof Part || up instanceof Type) {
				return (NamedElement) up;
			}
		}
		return null;
	}

	private static String card(NamedElement element, TwinModel twin) {
		List<Position> positions = positions(element, twin);
		Page page = Descriptions.page(element);
		addIdentity(page.section("Who I am"), element, positions, twin);
		EquipmentFacts.addAbilities(page.section("What I provide"), element);
		addPartners(page.section("My partners"), element, positions, twin);
		addInsights(page.section("What I know"), element);
		addContracts(page.section("My contracts"), positions, twin);
		return page.toString();
	}

	private static List<Position> positions(NamedElement element, TwinModel twin) {
		return switch (element) {
			case Asset asset when asset.getName() != null -> List.of(twin.positionOf(asset));
			case Part part -> EquipmentFacts.positions(part, twin);
			default -> List.of();
		};
	}

	private static void addIdentity(Page page, NamedElement element, List<Position> positions, TwinModel twin) {
		page.fact("Type", type(element));
		page.fact("Position", codes(positions, Position::path));
		Set<Asset> pieces = new LinkedHashSet<>(element instanceof Asset asset ? List.of(asset) : List.of());
		positions.stream().map(Position::piece).filter(piece -> piece != null).forEach(pieces::add);
		page.fact("Piece", pieces.stream().filter(piece -> piece != element).map(piece -> Page.code(Headers.name(piece))).toList());
		for (Asset piece : pieces) {
			piece.getElements().stream().filter(Identity.class::isInstance).map(Identity.class::cast)
					.flatMap(identity -> identity.getEntries().stream()).forEach(entry -> page.fact(entry.getKey(), value(entry)));
			EquipmentFacts.clauses(piece, Involvement.class).forEach(role -> page.fact(role.getRole().getLiteral(), Headers.name(role.getParty())));
		}
		page.fact("Site", codes(positions, position -> Headers.name(position.site())));
		Set<String> servers = new LinkedHashSet<>();
		positions.stream().flatMap(position -> position.points().stream()).map(twin::attachment).flatMap(Optional::stream)
				.map(Attachment::endpoint).filter(server -> server != null).forEach(server -> servers.add(Page.code(Headers.name(server))));
		page.fact("Data from", servers);
	}

	private static String value(Entry entry) {
		return entry.getText() != null ? entry.getText() : Headers.text(entry).replaceFirst("^\\S+\\s*", "");
	}

	private static String type(NamedElement element) {
		return Page.code(Headers.name(switch (element) {
			case Asset asset -> asset.getType();
			case Part part -> part.getType();
			case Type type -> type.getBase();
			default -> null;
		}));
	}

	private static void addPartners(Page page, NamedElement element, List<Position> positions, TwinModel twin) {
		Set<String> joined = new LinkedHashSet<>(EquipmentFacts.partners(element));
		positions.forEach(position -> joined.addAll(EquipmentFacts.partners(position.element())));
		page.fact("Connected", joined);
		page.fact("Standby", codes(positions.stream().flatMap(position -> position.standby().stream()).toList(), Headers::name));
		Set<String> consumers = new LinkedHashSet<>();
		for (Offer offer : twin.all(Offer.class)) {
			boolean shares = offer.getItems().stream().anyMatch(item -> Mentions.leadInto(twin, item, positions));
			if (shares) {
				consumers.add(Page.code(Headers.name(offer)) + parties(offer));
			}
		}
		page.fact("Data shared by", consumers);
	}

	private static String parties(ClauseHolder holder) {
		List<String> parties = EquipmentFacts.clauses(holder, Involvement.class).stream()
				.map(role -> role.getRole().getLiteral() + " " + Headers.name(role.getParty())).toList();
		return parties.isEmpty() ? "" : " (" + String.join(", ", parties) + ")";
	}

	private static void addInsights(Page page, NamedElement element) {
		for (Structure layer : Members.lineage(element)) {
			for (Element member : layer.getElements()) {
				if (member instanceof Signal signal && signal.getKind() == SignalKind.INSIGHT) {
					page.fact(Headers.name(signal), Headers.type(signal.getType())
							+ (signal.getValue() == null ? "" : " = " + Page.code(Headers.text(signal.getValue()))));
				}
			}
		}
	}

	private static void addContracts(Page page, List<Position> positions, TwinModel twin) {
		for (Contract contract : twin.all(Contract.class)) {
			if (contract.getSubject() != null && Mentions.leadInto(twin, contract.getSubject(), positions)) {
				List<String> terms = new ArrayList<>();
				contract.getItems().stream().filter(item -> item instanceof Price || item instanceof Guarantee).map(Headers::text)
						.forEach(terms::add);
				page.fact(Headers.name(contract), parties(contract).strip() + " " + String.join("; ", terms));
			}
		}
	}

	private static <T> Set<String> codes(List<T> all, java.util.function.Function<T, String> name) {
		Set<String> names = new LinkedHashSet<>();
		all.stream().map(name).filter(text -> text != null && !text.isEmpty()).map(Page::code).forEach(names::add);
		return names;
	}
}
