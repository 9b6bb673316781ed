package io.twinwright.generators.ditto;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinwright.core.business.Agreements;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Clause;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Entry;
import io.twinwright.model.Party;
import io.twinwright.model.Role;
import io.twinwright.model.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may do what with a thing. The owner may do everything, the operator everything but changing the policy, the maintainer may read.
 * Where policies of the text bind a signal, only the owner and the operator read it without their permission. Whoever creates a policy
 * and the connections that bring values have entries of their own.
 */
final class Policies {
	private static final String ALL = "thing:/";
	private static final List<String> READ = List.of("READ");
	private static final List<String> USE = List.of("READ", "WRITE");

	private final Ids ids;
	private final Usages usages;
	private final Connections connections;
	private final Map<Position, ObjectNode> entries = new LinkedHashMap<>();

	Policies(Ids ids, Usages usages, Connections connections) {
		this.ids = ids;
		this.usages = usages;
		this.connections = connections;
	}

	/** @return the ID of the policy of a position: that of the position around it where the same holds */
	String id(Position position) {
		return position.parent() != null && entries(position).equals(entries(position.parent())) ? id(position.parent()) : ids.of(position);
	}

	ObjectNode of(Position position) {
		ObjectNode policy = JsonNodeFactory.instance.objectNode().put("policyId", ids.of(position));
		policy.putObject("imports");
		policy.set("entries", entries(position));
		return policy;
	}

	private ObjectNode entries(Position position) {
		ObjectNode known = entries.get(position);
		if (known == null) {
			known = made(position);
			entries.put(position, known);
		}
		return known;
	}

	private ObjectNode made(Position position) {
		ObjectNode all = JsonNodeFactory.instance.objectNode();
		// Ditto puts in whoever creates the policy, since somebody must be able to change it
		full(entry(all, "creator", List.of("{{ request:subjectId }}"), "who creates the policy", null));
		connections.subjects(position).forEach(subject -> grant(entry(all, subject, List.of(subject), "connection", null), "thing:/features", USE));
		Party owner = party(position, Role.OWNER);
		if (owner != null) {
			full(entry(all, "owner", subjects(owner), "owner", null));
		}
		Party operator = party(position, Role.OPERATOR);
		if (operator != null) {
			ObjectNode entry = entry(all, "operator", subjects(operator), "operator", null);
			grant(entry, ALL, USE);
			grant(entry, "message:/", USE);
		}
		Party maintainer = party(position, Role.MAINTAINER);
		if (maintainer != null && maintainer != owner && maintainer != operator) {
			maintained(position, maintainer, entry(all, "maintainer", subjects(maintainer), "maintainer", null));
		}
		usages.permitted(position).forEach((permission, points) -> permitted(all, permission, points, owner, operator));
		return all;
	}

	private void maintained(Position position, Party maintainer, ObjectNode entry) {
		List<Point> points = Features.visible(position);
		List<Point> readable = points.stream().filter(point -> usages.mayRead(point, maintainer)).toList();
		if (readable.size() == points.size()) {
			grant(entry, ALL, READ);
		} else {
			grant(entry, "thing:/attributes", READ);
			readable.forEach(point -> grant(entry, feature(point), READ));
		}
	}

	private static void permitted(ObjectNode all, Usages.Permission permission, Set<Point> points, Party owner, Party operator) {
		if (permission.party() != owner && permission.party() != operator) {
			String name = TwinModel.qualifiedName(permission.party());
			ObjectNode entry = entry(all, "permitted " + Ids.name(name) + (permission.until() == null ? "" : " until " + permission.until()),
					subjects(permission.party()), "permitted by a policy", permission.until());
			points.forEach(point -> grant(entry, feature(point), READ));
		}
	}

	private static String feature(Point point) {
		return "thing:/features/" + Ids.name(point.name());
	}

	private static ObjectNode entry(ObjectNode all, String label, List<String> subjects, String type, String expiry) {
		ObjectNode entry = all.putObject(label);
		ObjectNode who = entry.putObject("subjects");
		subjects.forEach(subject -> {
			ObjectNode one = who.putObject(subject).put("type", type);
			if (expiry != null) {
				one.put("expiry", expiry);
			}
		});
		entry.putObject("resources");
		return entry.put("importable", "implicit");
	}

	private static void full(ObjectNode entry) {
		Stream.of("policy:/", ALL, "message:/").forEach(resource -> grant(entry, resource, USE));
	}

	private static void grant(ObjectNode entry, String resource, List<String> what) {
		ObjectNode permissions = ((ObjectNode) entry.get("resources")).putObject(resource);
		what.forEach(permissions.putArray("grant")::add);
		permissions.putArray("revoke");
	}

	/** @return who has a role for a position, said by the piece, the position or the nearest one around it; null for nobody */
	private static Party party(Position position, Role role) {
		for (Position at = position; at != null; at = at.parent()) {
			List<Clause> clauses = new ArrayList<>();
			for (Structure layer : at.layers()) {
				if (layer instanceof ClauseHolder holder) {
					clauses.addAll(holder.getClauses());
				}
			}
			Party party = Agreements.party(clauses, role);
			if (party != null) {
				return party;
			}
		}
		return null;
	}

	/** @return by what an issuer of tokens knows a party: its DID, its BPN, else its name in the model */
	private static List<String> subjects(Party party) {
		Set<String> subjects = new LinkedHashSet<>();
		entry(party, "did").forEach(subjects::add);
		entry(party, "bpn").map(number -> "bpn:" + number).forEach(subjects::add);
		return subjects.isEmpty() ? List.of("twin:" + Ids.name(TwinModel.qualifiedName(party))) : List.copyOf(subjects);
	}

	private static Stream<String> entry(Party party, String key) {
		return party.getEntries().stream().filter(entry -> key.equals(entry.getKey())).map(Entry::getText).filter(text -> text != null && !text.isBlank());
	}
}
