package io.twinwright.generators.docs;

import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Asset;
import io.twinwright.model.Bay;
import io.twinwright.model.Binding;
import io.twinwright.model.Endpoint;
import io.twinwright.model.Entry;
import io.twinwright.model.GeoPosition;
import io.twinwright.model.Involvement;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Party;
import io.twinwright.model.Port;
import io.twinwright.model.Shift;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Site;
import io.twinwright.model.Text;
import io.twinwright.model.TextKind;
import io.twinwright.model.TopElement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jsoup.nodes.Element;

/** The first page: assets and where they are, who is involved, where the data come from, and what was agreed. */
final class OverviewPage {
	private final Handbook book;
	private final TwinModel twin;
	private final Sheet sheet;

	OverviewPage(Handbook book) {
		this.book = book;
		this.twin = book.twin();
		Set<String> namespaces = twin.files().stream().map(Model::getNamespace).filter(name -> name != null)
				.collect(Collectors.toCollection(LinkedHashSet::new));
		this.sheet = new Sheet("Plant handbook", String.join(", ", namespaces), null);
	}

	Page write() {
		assets();
		sites();
		partners();
		endpoints();
		new BusinessChapters(book, sheet).write();
		return sheet.page(Handbook.first());
	}

	private void assets() {
		List<List<Cell>> rows = new ArrayList<>();
		for (Asset asset : twin.all(Asset.class)) {
			if (asset.getName() == null) {
				continue;
			}
			Position at = twin.positionOf(asset);
			List<Position> all = at.all();
			rows.add(List.of(Cell.link(Handbook.title(asset), book.link(at)), Cell.of(Handbook.name(at.type())),
					at.parent() == null ? Cell.EMPTY : Cell.link(at.path(), book.link(at)), book.linked(at.site()), Handbook.roles(asset.getClauses()),
					count(all, SignalKind.INSIGHT, false), count(all, SignalKind.INSIGHT, true),
					number(all.stream().flatMap(position -> position.points().stream()).mapToLong(point -> point.alarms().size()).sum())));
		}
		if (!rows.isEmpty()) {
			Element chapter = sheet.chapter("assets", "Assets");
			sheet.table(chapter, List.of("Asset", "Type", "Fills position", "Site", "Roles", "Signals", "Insights", "Alarms"), rows);
		}
	}

	private static Cell count(List<Position> positions, SignalKind kind, boolean of) {
		return number(positions.stream().flatMap(position -> position.points().stream()).filter(point -> (point.kind() == kind) == of).count());
	}

	private static Cell number(long count) {
		return count == 0 ? Cell.EMPTY : Cell.of(Long.toString(count));
	}

	private void sites() {
		List<Site> sites = named(Site.class);
		if (sites.isEmpty()) {
			return;
		}
		Element chapter = sheet.chapter("sites", "Sites");
		for (Site site : sites) {
			Element section = sheet.section(chapter, Handbook.anchor(site), Handbook.title(site));
			sheet.prose(section, book.comment(site));
			sheet.facts(section, List.of("Location", "Time zone"), List.of(
					Cell.of(site.getClauses().stream().filter(GeoPosition.class::isInstance).map(place -> book.without("location", place)).findFirst().orElse("")),
					Cell.of(site.getClauses().stream().filter(Text.class::isInstance).map(Text.class::cast).filter(text -> text.getKind() == TextKind.ZONE)
							.map(Text::getText).findFirst().orElse(""))));
			book.draw(sheet, section, site);
			sheet.table(section, List.of("Bay", "Details"), inside(site, Bay.class).stream()
					.map(bay -> List.of(Cell.of(Handbook.title(bay)), Cell.of(clauses(bay)))).toList());
			sheet.table(section, List.of("Utility", "Direction", "Medium"), inside(site, Port.class).stream().map(port -> PortRow.of(book, port)).toList());
			sheet.table(section, List.of("Shift", "From", "Until", "Days"), inside(site, Shift.class).stream().map(shift -> List.of(
					Cell.of(Handbook.title(shift)), Cell.of(shift.getStart()), Cell.of(shift.getEnd()), Cell.of(shift.getFirst().getLiteral()
							+ (shift.getLast() == shift.getFirst() ? "" : " to " + shift.getLast().getLiteral())))).toList());
		}
	}

	private String clauses(Bay bay) {
		return bay.getClauses().stream().map(book::wording).collect(Collectors.joining(", "));
	}

	private static <T> List<T> inside(Site site, Class<T> kind) {
		return site.getElements().stream().filter(kind::isInstance).map(kind::cast).toList();
	}

	private <T extends NamedElement & TopElement> List<T> named(Class<T> kind) {
		return twin.all(kind).stream().filter(element -> element.getName() != null).toList();
	}

	private void partners() {
		List<Party> parties = named(Party.class);
		if (parties.isEmpty()) {
			return;
		}
		Element chapter = sheet.chapter("partners", "Partners");
		Map<EObject, Collection<EStructuralFeature.Setting>> uses = EcoreUtil.UsageCrossReferencer.findAll(parties, twin.files());
		for (Party party : parties) {
			Element section = sheet.section(chapter, Handbook.anchor(party), Handbook.title(party));
			sheet.prose(section, book.comment(party));
			sheet.facts(section, party.getEntries().stream().map(Entry::getKey).toList(), party.getEntries().stream().map(OverviewPage::value).toList());
			sheet.table(section, List.of("Role", "In"), roles(uses.getOrDefault(party, List.of())));
		}
	}

	private List<List<Cell>> roles(Collection<EStructuralFeature.Setting> uses) {
		return uses.stream().map(EStructuralFeature.Setting::getEObject)
				.filter(Involvement.class::isInstance).map(Involvement.class::cast).filter(role -> role.eContainer() instanceof NamedElement)
				.map(role -> List.of(Cell.of(role.getRole().getLiteral()), place((NamedElement) role.eContainer()))).toList();
	}

	private Cell place(NamedElement element) {
		return element instanceof Asset asset ? Cell.link(Handbook.title(asset), book.link(twin.positionOf(asset))) : book.linked(element);
	}

	/** A secret is shown by its name; nobody has its value here. */
	private static Cell value(Entry entry) {
		if (entry.isSecret()) {
			return Cell.of("secret '%s'".formatted(entry.getText()));
		}
		return Cell.of(entry.getText() != null ? entry.getText() : entry.getSymbol() != null ? entry.getSymbol()
				: entry.getQuantity() == null ? "" : Handbook.quantity(entry.getQuantity()));
	}

	private void endpoints() {
		List<Endpoint> endpoints = named(Endpoint.class);
		if (endpoints.isEmpty()) {
			return;
		}
		Element chapter = sheet.chapter("endpoints", "Endpoints");
		Map<Endpoint, List<Binding>> bindings = twin.all(Binding.class).stream().filter(binding -> binding.getEndpoint() != null)
				.collect(Collectors.groupingBy(Binding::getEndpoint));
		for (Endpoint endpoint : endpoints) {
			Element section = sheet.section(chapter, Handbook.anchor(endpoint), Handbook.title(endpoint));
			sheet.prose(section, book.comment(endpoint));
			sheet.facts(section, endpoint.getEntries().stream().map(Entry::getKey).toList(),
					endpoint.getEntries().stream().map(OverviewPage::value).toList());
			sheet.table(section, List.of("Bound", "Address", "Unit on the wire"), bindings.getOrDefault(endpoint, List.of()).stream()
					.map(binding -> List.of(book.subject(binding.getTarget()),
							Cell.code(binding.getAddress()), Cell.of(binding.getUnit()))).toList());
		}
	}
}
