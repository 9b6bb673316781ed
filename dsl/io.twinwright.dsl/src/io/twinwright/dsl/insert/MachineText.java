package io.twinwright.dsl.insert;

import com.google.inject.Inject;
import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.discovery.Machine;
import io.twinwright.core.discovery.Match;
import io.twinwright.core.discovery.SignalFit;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Asset;
import io.twinwright.model.Declaration;
import io.twinwright.model.Import;
import io.twinwright.model.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** The text that adds a machine of a server to a project: the piece with its identity, its server, and how it is bound. */
public final class MachineText {
	private static final List<String> OWN = List.of("SerialNumber", "globalAssetId", "YearOfConstruction", "HardwareVersion", "SoftwareVersion");

	@Inject
	private SignalText signals;

	/**
	 * What is added.
	 *
	 * @param name of the new asset
	 * @param lines of the text, laid out
	 */
	public record Addition(String name, List<String> lines) {
	}

	/** @param file in which the text is to stand */
	public Addition of(Machine machine, Match match, Server server, Model file, TwinModel twin) {
		Set<String> taken = TakenNames.beside(file, twin);
		String name = NewNames.free(NewNames.of(machine.identity().getOrDefault("SerialNumber", machine.object().name()), "Machine"), taken);
		List<String> lines = new ArrayList<>();
		String header = "asset " + signals.name(name) + " : " + reference(match.type(), file);
		List<String> identity = machine.identity().entrySet().stream().filter(entry -> OWN.contains(entry.getKey())).map(this::entry).toList();
		if (identity.isEmpty()) {
			lines.add(header);
		} else {
			lines.addAll(List.of(header + " {", "  identity { " + String.join(" ", identity) + " }", "}"));
		}
		lines.addAll(bindings(signals.name(name), machine, match, new Endpoints(file, twin, server, signals, taken)));
		return new Addition(name, List.copyOf(lines));
	}

	/**
	 * @param known the asset that a machine is
	 * @param file in which the text is to stand
	 * @return the text that binds it to the server
	 */
	public List<String> bindings(Asset known, Machine machine, Match match, Server server, Model file, TwinModel twin) {
		return bindings(reference(known, file), machine, match, new Endpoints(file, twin, server, signals, TakenNames.beside(file, twin)));
	}

	private List<String> bindings(String asset, Machine machine, Match match, Endpoints endpoints) {
		NodeAddress node = machine.object().address();
		String endpoint = endpoints.name(node);
		List<String> lines = new ArrayList<>(endpoints.declarations());
		lines.add("bind " + asset + " to " + endpoint + " " + SignalText.quoted(node.toString()));
		for (SignalFit fit : match.signals()) {
			if (fit.degree() > 0 && (fit.isConverted() || !fit.value().variable().isFoundFrom(node))) {
				lines.add("bind " + asset + "." + path(SignalFit.name(fit.point())) + " to " + endpoint + " "
						+ SignalText.quoted(fit.value().variable().address().toString()) + (fit.isConverted() ? " as [" + fit.value().variable().unit() + "]" : ""));
			}
		}
		return lines;
	}

	private String entry(Map.Entry<String, String> entry) {
		return entry.getKey() + " " + SignalText.quoted(entry.getValue());
	}

	private String path(String dotted) {
		return Arrays.stream(dotted.split("\\.")).map(step -> step.contains("#") ? signals.name(step.substring(0, step.indexOf('#'))) + step.substring(step.indexOf('#'))
				: signals.name(step)).collect(Collectors.joining("."));
	}

	/** @return the name of a type or asset as a file can write it */
	public String reference(Declaration declaration, Model file) {
		String namespace = EcoreUtil.getRootContainer(declaration) instanceof Model other ? other.getNamespace() : null;
		boolean near = Objects.equals(namespace, file.getNamespace()) || file.getElements().stream().anyMatch(element -> element instanceof Import imported
				&& (imported.getImportedNamespace().equals(namespace + ".*") || imported.getImportedNamespace().equals(namespace + "." + declaration.getName())));
		return near ? signals.name(declaration.getName())
				: Arrays.stream(TwinModel.qualifiedName(declaration).split("\\.")).map(signals::name).collect(Collectors.joining("."));
	}
}
