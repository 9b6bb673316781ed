package io.twinwright.generators.ditto;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinwright.core.structure.IdentityEntries;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Clause;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.GeoPosition;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Site;
import io.twinwright.model.Structure;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes the thing of a position: what is fixed as attributes, each signal as a feature. */
final class Things {
	private final Ids ids;
	private final Function<NamedElement, Optional<String>> comments;
	private final Features features;

	Things(Ids ids, Function<NamedElement, Optional<String>> comments) {
		this.ids = ids;
		this.comments = comments;
		this.features = new Features(comments);
	}

	/** @param policy the ID of the policy that holds for it */
	ObjectNode of(Position position, String policy) {
		ObjectNode thing = JsonNodeFactory.instance.objectNode().put("thingId", ids.of(position)).put("policyId", policy);
		if (position.type() != null && !position.type().eIsProxy() && position.type().getName() != null) {
			thing.put("definition", Ids.definition(position.type()));
		}
		thing.set("attributes", attributes(position));
		ObjectNode all = features.of(position);
		if (!all.isEmpty()) {
			thing.set("features", all);
		}
		return thing;
	}

	private ObjectNode attributes(Position position) {
		ObjectNode attributes = JsonNodeFactory.instance.objectNode().put("name", position.path());
		text("label", Optional.ofNullable(position.element().getLabel()), attributes);
		text("description", comments.apply(position.piece() != null ? position.piece() : position.element()), attributes);
		if (position.parent() != null) {
			attributes.put("partOf", ids.of(position.parent()));
		}
		if (position.piece() != null && position.piece() != position.element()) {
			attributes.put("piece", TwinModel.qualifiedName(position.piece()));
		}
		Map<String, String> identity = identity(position);
		if (!identity.isEmpty()) {
			ObjectNode entries = attributes.putObject("identity");
			identity.forEach((key, text) -> entries.put(Ids.name(key), text));
		}
		Site site = position.site();
		if (site != null && site.getName() != null) {
			attributes.put("site", TwinModel.qualifiedName(site));
		}
		location(position, site).ifPresent(at -> attributes.putObject("location").put("latitude", degrees(at.getLatitude().getNumber()))
				.put("longitude", degrees(at.getLongitude().getNumber())));
		return attributes;
	}

	private static void text(String key, Optional<String> text, ObjectNode to) {
		text.filter(some -> !some.isBlank()).ifPresent(some -> to.put(key, some));
	}

	/** A global asset id belongs to one individual: to the piece, or to what no piece fills. */
	private static Map<String, String> identity(Position position) {
		Map<String, String> entries = new LinkedHashMap<>();
		Structure own = position.piece() != null ? position.piece() : position.layers().getFirst();
		position.layers().forEach(layer -> IdentityEntries.of(layer).forEach((key, text) -> {
			if (!key.equals(IdentityEntries.GLOBAL_ASSET_ID) || layer == own) {
				entries.putIfAbsent(key, text);
			}
		}));
		return entries;
	}

	private static Optional<GeoPosition> location(Position position, Site site) {
		Stream<List<Clause>> clauses = Stream.concat(position.layers().stream().filter(ClauseHolder.class::isInstance).map(ClauseHolder.class::cast)
				.map(ClauseHolder::getClauses), site == null ? Stream.of() : Stream.of(site.getClauses()));
		return clauses.flatMap(List::stream).filter(GeoPosition.class::isInstance).map(GeoPosition.class::cast)
				.filter(at -> at.getLatitude() != null && at.getLongitude() != null).findFirst();
	}

	private static BigDecimal degrees(BigDecimal number) {
		return Features.plain(number);
	}
}
