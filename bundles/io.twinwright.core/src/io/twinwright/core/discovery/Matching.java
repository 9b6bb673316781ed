package io.twinwright.core.discovery;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.address.ServedObject;
import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Asset;
import io.twinwright.model.Entry;
import io.twinwright.model.Identity;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Structure;
import io.twinwright.model.TwinFactory;
import io.twinwright.model.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which type of a project a machine is of. Not thread safe, like the view of the model that it reads. */
public final class Matching {
	private static final int TYPE_NODE = 3;
	private static final int MANUFACTURER = 1;
	private static final int PRODUCT = 2;
	private static final int SIGNALS = 4;
	private static final double SAME_NAME = 0.5;
	private static final Set<SignalKind> CARRIED = Set.of(SignalKind.SENSOR, SignalKind.STATE, SignalKind.ACTUATOR, SignalKind.PARAMETER);
	private static final String DESIGNATION = "ManufacturerProductDesignation";
	private static final String FOUNDATION = "http://opcfoundation.org/UA/";

	private final TwinModel twin;
	private final Map<Type, Asset> pieces = new HashMap<>();
	private Map<NodeAddress, Position> positions;

	public Matching(TwinModel twin) {
		this.twin = twin;
	}

	/** @return the types of which there are pieces, the one that matches best first; of equal ones the one with more signals */
	public List<Match> match(Machine machine) {
		List<Match> matches = new ArrayList<>();
		for (Type type : twin.all(Type.class)) {
			if (!type.isAbstract() && type.getName() != null) {
				matches.add(match(machine, type));
			}
		}
		matches.sort(Comparator.comparingDouble(Match::degree).thenComparingInt(match -> match.signals().size()).reversed());
		return matches;
	}

	/** @return the asset of the project that a machine is by its serial number or its global id, empty if there is none */
	public Optional<Asset> known(Machine machine) {
		String id = machine.identity().get("globalAssetId");
		String serial = machine.identity().get("SerialNumber");
		return twin.all(Asset.class).stream().filter(asset -> {
			Map<String, String> own = identity(asset);
			return id != null && id.equals(own.get("globalAssetId"))
					|| serial != null && serial.equals(own.get("SerialNumber")) && isSame(machine.identity(), own, "ManufacturerName");
		}).findFirst();
	}

	/** @return the position of the project that has the node of a machine, empty if none has it */
	public Optional<Position> at(Machine machine) {
		if (positions == null) {
			positions = new HashMap<>();
			twin.roots().stream().flatMap(root -> root.all().stream()).forEach(position -> positions.putIfAbsent(Addresses.of(twin, position), position));
		}
		return Optional.ofNullable(positions.get(machine.object().address()));
	}

	private static boolean isSame(Map<String, String> one, Map<String, String> other, String key) {
		return one.get(key) == null || other.get(key) == null || one.get(key).equalsIgnoreCase(other.get(key));
	}

	private static Asset piece(Type type) {
		Asset piece = TwinFactory.eINSTANCE.createAsset();
		piece.setName(type.getName());
		piece.setType(type);
		return piece;
	}

	private Match match(Machine machine, Type type) {
		Asset piece = pieces.computeIfAbsent(type, Matching::piece);
		Tally tally = new Tally();
		typeNode(machine, type, tally);
		Map<String, String> own = identity(type);
		entry("ManufacturerName", MANUFACTURER, machine, own, tally, "manufacturer '%s'", "Its manufacturer is '%s' and not '%s'.");
		entry(own.containsKey(DESIGNATION) ? DESIGNATION : "OrderCodeOfManufacturer", PRODUCT, machine, own, tally, "product '%s'",
				"Its product is '%s' and not '%s'.");
		List<SignalFit> signals = points(twin.positionOf(piece)).stream().map(point -> SignalFit.of(point, machine)).toList();
		if (!signals.isEmpty()) {
			long fitting = signals.stream().filter(fit -> fit.degree() == 1).count();
			tally.add(SIGNALS, signals.stream().mapToDouble(SignalFit::degree).average().orElseThrow());
			if (fitting > 0) {
				tally.fits.add("%d of %d signals".formatted(fitting, signals.size()));
			}
			signals.forEach(fit -> fit.reason().ifPresent(tally.misfits::add));
		}
		return new Match(piece, tally.degree(), List.copyOf(tally.fits), List.copyOf(tally.misfits), signals);
	}

	private static List<Point> points(Position position) {
		return position.all().stream().flatMap(inner -> inner.points().stream()).filter(point -> CARRIED.contains(point.kind())).toList();
	}

	/** What servers say of themselves in the words of the standard and its companions tells no type from another. */
	private static void typeNode(Machine machine, Type type, Tally tally) {
		List<ServedObject> said = machine.types().stream().filter(one -> !one.address().namespaceUri().startsWith(FOUNDATION)).toList();
		if (said.isEmpty()) {
			return;
		}
		NodeAddress node = Machine.node(type);
		if (said.getFirst().address().equals(node)) {
			tally.add(TYPE_NODE, 1);
			tally.fits.add("type node '%s'".formatted(node));
		} else if (said.getFirst().name().equals(type.getName())) {
			tally.add(TYPE_NODE, SAME_NAME);
			tally.fits.add("name of the type '%s'".formatted(type.getName()));
		} else {
			tally.add(TYPE_NODE, 0);
			tally.misfits.add("Its type is '%s'.".formatted(said.getFirst().name()));
		}
	}

	private static void entry(String key, int weight, Machine machine, Map<String, String> own, Tally tally, String fit, String misfit) {
		String wanted = own.get(key);
		String is = machine.identity().get(key);
		if (wanted == null || is == null) {
			return;
		}
		boolean fits = wanted.strip().equalsIgnoreCase(is.strip());
		tally.add(weight, fits ? 1 : 0);
		if (fits) {
			tally.fits.add(fit.formatted(is));
		} else {
			tally.misfits.add(misfit.formatted(is, wanted));
		}
	}

	/** @return what a type or asset says of its identity, the nearest of each key */
	static Map<String, String> identity(Structure structure) {
		Map<String, String> entries = new LinkedHashMap<>();
		for (Structure layer : Members.lineage(structure)) {
			layer.getElements().stream().filter(Identity.class::isInstance).flatMap(identity -> ((Identity) identity).getEntries().stream())
					.filter(entry -> text(entry) != null).forEach(entry -> entries.putIfAbsent(entry.getKey(), text(entry)));
		}
		return entries;
	}

	private static String text(Entry entry) {
		return entry.isSecret() ? null : entry.getText() != null ? entry.getText() : entry.getSymbol();
	}

	/** What counts for and against. */
	private static final class Tally {
		private final List<String> fits = new ArrayList<>();
		private final List<String> misfits = new ArrayList<>();
		private double sum;
		private double weights;

		void add(int weight, double degree) {
			sum += weight * degree;
			weights += weight;
		}

		double degree() {
			return weights == 0 ? 0 : sum / weights;
		}
	}
}
