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
import java.util.HashMap;
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

	/** The parties by whom a position is owned, operated and maintained, each null for nobody. */
	private record Roles(Party owner, Party operator, Party maintainer) {
	}

	/**
	 * What a policy is made of.
	 *
	 * @param connections the subjects of connections
	 * @param roles the maintainer only where it may not do more already
	 * @param readable the names of the signals that the maintainer may read, null for all of the thing
	 * @param permitted the names of the signals that others may read by policies of the text
	 */
	private record Grants(Set<String> connections, Roles roles, Set<String> readable, Map<Usages.Permission, Set<String>> permitted) {
	}

	private final Ids ids;
	private final Usages usages;
	private final Connections connections;
	private final Map<Position, Roles> roles = new HashMap<>();
	private final Map<Position, Grants> grants = new HashMap<>();

	Policies(Ids ids, Usages usages, Connections connections) {
		this.ids = ids;
		this.usages = usages;
		this.connections = connections;
	}

	/** Adds a position, after those around it and after its connections, with the signals that others may see. */
	void add(Position position, List<Point> points) {
		Roles all = roles(position, roles.get(position.parent()));
		roles.put(position, all);
		Party maintainer = all.maintainer() == all.owner() || all.maintainer() == all.operator() ? null : all.maintainer();
		Map<Usages.Permission, Set<String>> permitted = usages.permitted(position, points);
		permitted.keySet().removeIf(permission -> permission.party() == all.owner() || permission.party() == all.operator());
		grants.put(position, new Grants(connections.subjects(position), new Roles(all.owner(), all.operator(), maintainer),
				maintainer == null ? null : readable(points, maintainer), permitted));
	}

	/** @param around the roles of the position around it, null for a root */
	private static Roles roles(Position position, Roles around) {
		List<Clause> clauses = new ArrayList<>();
		for (Structure layer : position.layers()) {
			if (layer instanceof ClauseHolder holder) {
				clauses.addAll(holder.getClauses());
			}
		}
		Party owner = Agreements.party(clauses, Role.OWNER);
		Party operator = Agreements.party(clauses, Role.OPERATOR);
		Party maintainer = Agreements.party(clauses, Role.MAINTAINER);
		return around == null ? new Roles(owner, operator, maintainer) : new Roles(owner != null ? owner : around.owner(),
				operator != null ? operator : around.operator(), maintainer != null ? maintainer : around.maintainer());
	}

	private Set<String> readable(List<Point> points, Party maintainer) {
		Set<String> names = new LinkedHashSet<>();
		for (Point point : points) {
			if (usages.mayRead(point, maintainer)) {
				names.add(point.name());
			}
		}
		return names.size() == points.size() ? null : names;
	}

	/** @return the ID of the policy of a position: that of the position around it where the same holds */
	String id(Position position) {
		return position.parent() != null && grants.get(position).equals(grants.get(position.parent())) ? id(position.parent()) : ids.of(position);
	}

	ObjectNode of(Position position) {
		ObjectNode policy = JsonNodeFactory.instance.objectNode().put("policyId", ids.of(position));
		policy.putObject("imports");
		policy.set("entries", entries(grants.get(position)));
		return policy;
	}

	private static ObjectNode entries(Grants grants) {
		ObjectNode all = JsonNodeFactory.instance.objectNode();
		// Ditto puts in whoever creates the policy, since somebody must be able to change it
		full(entry(all, "creator", List.of("{{ request:subjectId }}"), "who creates the policy", null));
		grants.connections().forEach(subject -> grant(entry(all, subject, List.of(subject), "connection", null), "thing:/features", USE));
		Roles roles = grants.roles();
		if (roles.owner() != null) {
			full(entry(all, "owner", subjects(roles.owner()), "owner", null));
		}
		if (roles.operator() != null) {
			ObjectNode entry = entry(all, "operator", subjects(roles.operator()), "operator", null);
			grant(entry, ALL, USE);
			grant(entry, "message:/", USE);
		}
		if (roles.maintainer() != null) {
			maintained(grants.readable(), entry(all, "maintainer", subjects(roles.maintainer()), "maintainer", null));
		}
		grants.permitted().forEach((permission, names) -> permitted(all, permission, names));
		return all;
	}

	private static void maintained(Set<String> readable, ObjectNode entry) {
		if (readable == null) {
			grant(entry, ALL, READ);
		} else {
			grant(entry, "thing:/attributes", READ);
			readable.forEach(name -> grant(entry, feature(name), READ));
		}
	}

	private static void permitted(ObjectNode all, Usages.Permission permission, Set<String> names) {
		String name = TwinModel.qualifiedName(permission.party());
		ObjectNode entry = entry(all, "permitted " + Ids.name(name) + (permission.until() == null ? "" : " until " + permission.until()),
				subjects(permission.party()), "permitted by a policy", permission.until());
		names.forEach(signal -> grant(entry, feature(signal), READ));
	}

	private static String feature(String name) {
		return "thing:/features/" + Ids.name(name);
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
