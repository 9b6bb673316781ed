package io.twinwright.core.discovery;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.address.ServedObject;
import io.twinwright.core.address.ServedSpace;
import io.twinwright.core.address.ServedValue;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Model;
import io.twinwright.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * An object of a server that may be a piece of equipment.
 *
 * @param object with all below it
 * @param identity the entries of its nameplate
 * @param types the types that it is of by its own word, the nearest first
 */
public record Machine(ServedObject object, Map<String, String> identity, List<ServedObject> types) {
	/**
	 * @return the objects that say who they are or that are of a type of the project; where there is none below an object
	 *         of the server, that object, if it has variables
	 */
	public static List<Machine> of(ServedSpace space, TwinModel twin) {
		Set<NodeAddress> known = twin.all(Type.class).stream().map(Machine::node).collect(Collectors.toSet());
		List<Machine> machines = new ArrayList<>();
		for (ServedObject root : space.roots()) {
			List<Machine> found = ServedSpace.all(root).filter(object -> !Nameplate.isIdentification(object)).map(object -> of(object, space))
					.filter(machine -> !machine.identity().isEmpty() || machine.types().stream().anyMatch(type -> known.contains(type.address()))).toList();
			machines.addAll(found);
			if (found.isEmpty() && !isStandard(root) && ServedSpace.all(root).anyMatch(object -> !object.values().isEmpty())) {
				machines.add(of(root, space));
			}
		}
		return List.copyOf(machines);
	}

	/** Folders of companion specifications are there on every server that has them. */
	private static boolean isStandard(ServedObject root) {
		return root.address().namespaceUri().startsWith(NodeAddress.UA);
	}

	private static Machine of(ServedObject object, ServedSpace space) {
		return new Machine(object, Nameplate.of(object), space.lineage(object.type()));
	}

	/** @return the node of a type in the node sets of its project */
	static NodeAddress node(Type type) {
		String namespace = EcoreUtil.getRootContainer(type) instanceof Model file ? file.getNamespace() : null;
		return new NodeAddress(Addresses.urn(namespace == null ? "" : namespace), type.getName() == null ? "" : type.getName());
	}

	/** @return how people call it: its product and serial number, else its display name */
	public String title() {
		String product = identity.getOrDefault("ManufacturerProductDesignation", object.label());
		String serial = identity.get("SerialNumber");
		return serial == null ? product : product + ", " + serial;
	}

	/** @return the value at the end of a way of browse names, empty if there is none */
	Optional<ServedValue> value(List<String> way) {
		ServedObject at = object;
		for (String step : way.subList(0, way.size() - 1)) {
			Optional<ServedObject> next = at.object(step);
			if (next.isEmpty()) {
				return Optional.empty();
			}
			at = next.get();
		}
		return at.value(way.getLast());
	}
}
