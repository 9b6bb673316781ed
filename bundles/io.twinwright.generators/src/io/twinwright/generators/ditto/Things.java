package io.twinwright.generators.ditto;

import io.twinwright.core.structure.IdentityEntries;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.ditto.Thing.Attributes;
import io.twinwright.generators.ditto.Thing.Location;
import io.twinwright.model.Asset;
import io.twinwright.model.Clause;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.GeoPosition;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Site;
import io.twinwright.model.Structure;
import io.twinwright.model.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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

	/**
	 * @param points the signals that others may see
	 * @param policy the ID of the policy that holds for it
	 */
	Thing of(Position position, List<Point> points, String policy) {
		Type type = position.type();
		return new Thing(ids.of(position), policy, type != null && !type.eIsProxy() && type.getName() != null ? Ids.definition(type) : null,
				attributes(position), features.of(points));
	}

	private Attributes attributes(Position position) {
		Asset piece = position.piece();
		Site site = position.site();
		Map<String, String> identity = identity(position);
		return new Attributes(position.path(), Features.text(position.element().getLabel()),
				Features.text(comments.apply(piece != null ? piece : position.element()).orElse(null)),
				position.parent() == null ? null : ids.of(position.parent()),
				piece != null && piece != position.element() ? TwinModel.qualifiedName(piece) : null, identity.isEmpty() ? null : identity,
				site != null && site.getName() != null ? TwinModel.qualifiedName(site) : null, location(position, site));
	}

	/** A global asset id belongs to one individual: to the piece, or to what no piece fills. */
	private static Map<String, String> identity(Position position) {
		Map<String, String> entries = new LinkedHashMap<>();
		Structure own = position.piece() != null ? position.piece() : position.layers().getFirst();
		position.layers().forEach(layer -> IdentityEntries.of(layer).forEach((key, text) -> {
			if (!key.equals(IdentityEntries.GLOBAL_ASSET_ID) || layer == own) {
				entries.putIfAbsent(Ids.name(key), text);
			}
		}));
		return entries;
	}

	/** @return where a position is, said by itself or by its site; null if that is not known */
	private static Location location(Position position, Site site) {
		for (Structure layer : position.layers()) {
			Location location = layer instanceof ClauseHolder holder ? location(holder) : null;
			if (location != null) {
				return location;
			}
		}
		return site == null ? null : location(site);
	}

	private static Location location(ClauseHolder holder) {
		for (Clause clause : holder.getClauses()) {
			if (clause instanceof GeoPosition at && at.getLatitude() != null && at.getLongitude() != null) {
				return new Location(Features.plain(at.getLatitude().getNumber()), Features.plain(at.getLongitude().getNumber()));
			}
		}
		return null;
	}
}
