package io.twinwright.generators.docs;

import io.twinwright.core.structure.Position;
import io.twinwright.model.Asset;
import io.twinwright.model.BayPlacement;
import io.twinwright.model.Clause;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Connection;
import io.twinwright.model.Cover;
import io.twinwright.model.Entry;
import io.twinwright.model.Feedback;
import io.twinwright.model.Identity;
import io.twinwright.model.Involvement;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.model.Provision;
import io.twinwright.model.Role;
import io.twinwright.model.Service;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Structure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** What the handbook says of one position. */
final class PositionText {
	private final Handbook book;
	private final Sheet sheet;
	private final Position position;
	private final SignalRows signals;

	PositionText(Handbook book, Sheet sheet, Position position) {
		this.book = book;
		this.sheet = sheet;
		this.position = position;
		this.signals = new SignalRows(book, position);
	}

	/** Adds what it is: comments, type, piece, place, roles and identity. */
	void about(Element in) {
		sheet.prose(in, book.comment(position.element()));
		if (position.type() != null) {
			sheet.prose(in, book.comment(position.type()));
		}
		List<String> names = new ArrayList<>(List.of("Type", "Piece", "Standby", "Site", "Bay", "Covers"));
		List<Cell> values = new ArrayList<>(List.of(type(), position.piece() == null || position.piece() == position.element() ? Cell.EMPTY
				: Cell.of(Handbook.title(position.piece())), Cell.of(position.standby().stream().map(Handbook::title).collect(Collectors.joining(", "))),
				book.linked(position.site()), Cell.of(bay()), Cell.of(covers())));
		roles().forEach((role, involvement) -> {
			String word = role.getLiteral();
			names.add(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
			values.add(book.linked(involvement.getParty()));
		});
		identity().forEach((key, value) -> {
			names.add(key);
			values.add(Cell.of(value));
		});
		sheet.facts(in, names, values);
	}

	private Cell type() {
		if (position.type() == null) {
			return Cell.EMPTY;
		}
		String label = position.type().getLabel();
		return Cell.of(Handbook.name(position.type()) + (label == null ? "" : ", " + label));
	}

	/** Roles, the nearest of each. */
	private Map<Role, Involvement> roles() {
		Map<Role, Involvement> roles = new EnumMap<>(Role.class);
		clauses(Involvement.class).filter(role -> role.getParty() != null && !role.getParty().eIsProxy())
				.forEach(role -> roles.putIfAbsent(role.getRole(), role));
		return roles;
	}

	/** Entries of identities, the nearest of each key. */
	private Map<String, String> identity() {
		Map<String, String> entries = new LinkedHashMap<>();
		for (Identity identity : all(Identity.class)) {
			for (Entry entry : identity.getEntries()) {
				entries.putIfAbsent(entry.getKey(), entry.getText() != null ? entry.getText() : book.without(entry.getKey(), entry));
			}
		}
		return entries;
	}

	/** @return the bay of the position, empty for none */
	String bay() {
		return own(BayPlacement.class).map(placement -> Handbook.name(placement.getBay())).findFirst().orElse("");
	}

	/** @return the position that this one is a reserve of, empty for none */
	String covers() {
		return own(Cover.class).map(cover -> Handbook.name(cover.getPart())).findFirst().orElse("");
	}

	private <T extends Clause> Stream<T> own(Class<T> kind) {
		return position.element() instanceof Part part ? part.getClauses().stream().filter(kind::isInstance).map(kind::cast) : Stream.empty();
	}

	private <T extends Clause> Stream<T> clauses(Class<T> kind) {
		return position.layers().stream().filter(ClauseHolder.class::isInstance).flatMap(layer -> ((ClauseHolder) layer).getClauses().stream())
				.filter(kind::isInstance).map(kind::cast);
	}

	/** @return whether there is more to say than what it is */
	boolean hasDetails() {
		return !position.points().isEmpty() || Stream.of(Port.class, Service.class, Provision.class, Connection.class, Feedback.class)
				.anyMatch(kind -> !all(kind).isEmpty());
	}

	/** Adds tables of its signals, alarms, insights, feedbacks, abilities, ports and connections. */
	void details(Element in) {
		table(in, "Signals", List.of("Signal", "Kind", "Type", "Unit", "Range", "Sampled", "Tag", "Value", "Endpoint", "Address"),
				signals.of(point -> point.kind() != SignalKind.INSIGHT, signals::signal));
		table(in, "Insights", List.of("Insight", "Type", "Unit", "Formula", "Reports"),
				signals.of(point -> point.kind() == SignalKind.INSIGHT, signals::insight));
		table(in, "Alarms", List.of("Signal", "Alarm", "Priority", "Text"), signals.alarms());
		table(in, "Feedback", List.of("Feedback", "Authority", "Rules", "Purpose"), all(Feedback.class).stream().map(this::feedback).toList());
		table(in, "Abilities", List.of("Ability", "Capability", "Details"), abilities());
		table(in, "Ports", List.of("Port", "Direction", "Medium"), all(Port.class).stream().map(port -> PortRow.of(book, port)).toList());
		table(in, "Connections", List.of("From", "To", "Connection", "Details"), all(Connection.class).stream().map(this::connection).toList());
	}

	private void table(Element in, String title, List<String> heads, List<List<Cell>> rows) {
		if (!rows.isEmpty()) {
			sheet.heading(in, title);
			sheet.table(in, heads, rows);
		}
	}

	private List<Cell> feedback(Feedback feedback) {
		return List.of(Cell.of(Handbook.title(feedback)), Cell.of(feedback.getAuthority().getLiteral()),
				new Cell(feedback.getReactions().stream().map(book::wording).collect(Collectors.joining("\n")), null, true),
				Cell.of(book.comment(feedback).replaceAll("\\s+", " ")));
	}

	private List<List<Cell>> abilities() {
		List<List<Cell>> rows = new ArrayList<>();
		for (Service service : all(Service.class)) {
			String arguments = service.getArguments().stream().map(book::wording).collect(Collectors.joining(", "));
			rows.add(List.of(Cell.of("service " + Handbook.title(service)),
					Cell.of(Handbook.name(service.getCapability()) + (arguments.isEmpty() ? "" : " (" + arguments + ")")),
					Cell.of(service.getClauses().stream().map(book::wording).collect(Collectors.joining(", ")))));
		}
		for (Provision provision : all(Provision.class)) {
			String arguments = provision.getArguments().stream().map(book::wording).collect(Collectors.joining(", "));
			rows.add(List.of(Cell.of(provision.getKind().getLiteral()),
					Cell.of(Handbook.name(provision.getCapability()) + (arguments.isEmpty() ? "" : " (" + arguments + ")")),
					Cell.of(provision.getClauses().stream().map(book::wording).collect(Collectors.joining(", ")))));
		}
		return rows;
	}

	private List<Cell> connection(Connection connection) {
		return List.of(Cell.of(book.wording(connection.getSource())), Cell.of(book.wording(connection.getTarget())),
				Cell.of(connection.getName() == null ? "" : Handbook.title(connection)),
				Cell.of(connection.getClauses().stream().map(book::wording).collect(Collectors.joining(", "))));
	}

	/** @return what is declared for it, the nearest first; of elements of one name only the nearest */
	private <T extends io.twinwright.model.Element> List<T> all(Class<T> kind) {
		List<T> all = new ArrayList<>();
		Set<String> names = new HashSet<>();
		for (Structure layer : position.layers()) {
			for (io.twinwright.model.Element element : layer.getElements()) {
				if (kind.isInstance(element) && (!(element instanceof NamedElement named) || named.getName() == null || names.add(named.getName()))) {
					all.add(kind.cast(element));
				}
			}
		}
		return all;
	}

	/** @return all that distinguishes it, and what is in it, from other positions of one repeated part; not its number */
	String print() {
		Asset piece = position.piece();
		StringBuilder print = new StringBuilder(piece == null ? "" : piece.getName()).append('|').append(position.standby().stream()
				.map(NamedElement::getName).collect(Collectors.joining(",")));
		for (Position inner : position.all()) {
			SignalRows rows = new SignalRows(book, inner);
			Stream.of(rows.of(point -> true, rows::signal), rows.of(point -> true, rows::insight), rows.alarms())
					.forEach(table -> print.append(table));
		}
		String numbered = position.path();
		return print.toString().replace(numbered, numbered.substring(0, numbered.lastIndexOf('#'))).replace(position.name(),
				position.name().substring(0, position.name().lastIndexOf('#')));
	}
}
