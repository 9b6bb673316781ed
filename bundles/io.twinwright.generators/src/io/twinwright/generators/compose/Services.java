package io.twinwright.generators.compose;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.Runtime;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** The document of the Compose Specification. */
final class Services {
	private final TwinModel twin;
	private final List<String> secrets;

	/** @param secrets the names of the variables that runtimes which connect to the plant are started with */
	Services(TwinModel twin, List<String> secrets) {
		this.twin = twin;
		this.secrets = secrets;
	}

	ObjectNode of(List<Part<?>> parts) {
		ObjectNode document = JsonNodeFactory.instance.objectNode();
		document.put("name", name());
		ObjectNode services = document.putObject("services");
		parts.forEach(part -> service(part.runtime(), part.target().id(), services.putObject(part.target().id())));
		return document;
	}

	/** Two plants on one machine have other names, as far as their namespaces can be written as one. */
	private String name() {
		return "twin-" + twin.files().stream().map(file -> file.getNamespace() == null ? "" : file.getNamespace()).sorted().findFirst().orElse("")
				.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
	}

	private void service(Runtime runtime, String id, ObjectNode service) {
		service.put("image", runtime.image());
		if (!runtime.command().isEmpty()) {
			runtime.command().forEach(service.withArray("command")::add);
		}
		if (!runtime.environment().isEmpty() || runtime.connects() && !secrets.isEmpty()) {
			ObjectNode environment = service.putObject("environment");
			new TreeMap<>(runtime.environment()).forEach(environment::put);
			if (runtime.connects()) {
				secrets.forEach(secret -> environment.put(secret, "${%s:?is a secret of the plant and has no value}".formatted(secret)));
			}
		}
		if (runtime.port() > 0) {
			service.putArray("ports").add("127.0.0.1:%s:%s".formatted(runtime.published(), runtime.port()));
		}
		ObjectNode files = service.putArray("volumes").addObject();
		files.put("type", "bind").put("source", "./" + id).put("target", runtime.folder()).put("read_only", true);
		service.putArray("security_opt").add("no-new-privileges:true");
		service.put("restart", "unless-stopped");
	}
}
