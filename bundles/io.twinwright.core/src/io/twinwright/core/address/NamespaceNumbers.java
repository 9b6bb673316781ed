package io.twinwright.core.address;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Binding;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers that the namespaces of bound nodes have in the list of a server, for programs that know a namespace by its
 * number only. A number in the model holds; the others follow from 2 on in the order of the text, because 0 and 1 belong to
 * OPC UA and to the server itself (OPC 10000-5, 6.3.1). The simulated plant has these numbers; another server may count
 * otherwise.
 */
public final class NamespaceNumbers {
	private static final int FIRST_FREE = 2;

	private final Map<String, Integer> numbers = new LinkedHashMap<>();

	private NamespaceNumbers() {
	}

	/** @return the numbers of a project */
	public static NamespaceNumbers of(TwinModel twin) {
		List<NodeAddress> bound = twin.all(Binding.class).stream().flatMap(binding -> Addresses.node(binding).stream()).toList();
		NamespaceNumbers result = new NamespaceNumbers();
		Map<Integer, String> taken = new HashMap<>(Map.of(0, NodeAddress.UA));
		for (NodeAddress node : bound) {
			if (!node.portable() && taken.putIfAbsent(node.namespaceIndex(), node.namespaceUri()) == null) {
				result.numbers.put(node.namespaceUri(), node.namespaceIndex());
			}
		}
		int next = FIRST_FREE;
		for (NodeAddress node : bound) {
			if (!NodeAddress.UA.equals(node.namespaceUri()) && !result.numbers.containsKey(node.namespaceUri())) {
				while (taken.containsKey(next)) {
					next++;
				}
				taken.put(next, node.namespaceUri());
				result.numbers.put(node.namespaceUri(), next);
			}
		}
		return result;
	}

	/** @return the numbers by the URIs of namespaces, those that the model names first, without OPC UA itself */
	public Map<String, Integer> all() {
		return numbers;
	}

	/** @return the number of a bound node's namespace */
	public int of(NodeAddress node) {
		return numbers.getOrDefault(node.namespaceUri(), 0);
	}

	/** @return the string form with a number, {@code ns=2;s=Filler1.Flow} */
	public String numbered(NodeAddress node) {
		int number = of(node);
		return number == 0 ? node.local() : "ns=" + number + ";" + node.local();
	}
}
