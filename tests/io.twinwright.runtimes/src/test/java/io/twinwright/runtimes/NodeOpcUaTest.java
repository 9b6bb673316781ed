package io.twinwright.runtimes;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** node-opcua serves the generated node sets, and our live link attaches to that foreign server. */
class NodeOpcUaTest {
	private static final String CONSUMER = "node-opcua";
	/** node-opcua brings other companion specifications, but not this one. */
	private static final Path ISA95 = Checkout.module().resolve("../../bundles/io.twinwright.nodeset/src/io/twinwright/nodeset/Opc.ISA95.NodeSet2.xml").normalize();
	private static final Duration LIMIT = Duration.ofMinutes(3);

	@TempDir
	private Path folder;

	@Test
	void servesThePlantToOurLiveLink() throws IOException {
		Path nodeOpcUa = Skipped.unless(CONSUMER, () -> Consumers.node(CONSUMER));
		Path generated = Application.generate("opcua", Checkout.example("bottling"), folder.resolve("out"));
		try (Server server = new Server(nodeOpcUa, generated, folder.resolve("pki"))) {
			Path model = Application.at(server.url(), Checkout.example("bottling"), folder.resolve("model"));
			Running live = Application.run("live", model, "--endpoint", server.url(), "--for", "10s");
			assertTrue(live.said(line -> line.equals("Drift: model and server at %s agree.".formatted(server.url()))).isPresent(), live::toString);
			assertTrue(live.said(line -> line.matches("parameter +Juice1\\.fill\\.fill\\.volume +0\\.5 \\[l] +Good .*")).isPresent(), live::toString);
			findsDrift(server, model);
			bringsBackWhatIsWhere(server);
		}
		Proofs.proven("opcua", CONSUMER, Consumers.version(nodeOpcUa, CONSUMER),
				"serves the node sets of the bottling line with its equipment of ISA-95; our live link attaches to that server, reads its values and reports no drift");
	}

	/** The same server and a model in which a unit is another one. */
	private static void findsDrift(Server server, Path model) throws IOException {
		Path machines = model.resolve("machines.twin");
		String text = Files.readString(machines);
		String changed = text.replaceFirst("(sensor +vibration +: )\\[mm/s]", "$1[m/s]");
		assertFalse(changed.equals(text));
		Files.writeString(machines, changed);
		Running live = Application.endsWith(1, "live", model, "--endpoint", server.url(), "--for", "10s");
		assertFalse(live.toString().contains(" agree."), live::toString);
		assertTrue(live.said(line -> line.contains("vibration") && line.contains("mm/s")).isPresent(), live::toString);
	}

	/** The equipment of ISA-95 says it, as the foreign server serves it. */
	private void bringsBackWhatIsWhere(Server server) throws IOException {
		Path text = folder.resolve("foreign.twin");
		Application.run("import", server.url(), "-o", text);
		String imported = Files.readString(text);
		for (String line : List.of("\nsite Pohang location 36.019, 129.343 zone \"Asia/Seoul\" {\n  bay A1 footprint ISO_1CC floor 2 [t/m2]\n", "\nasset Juice1 : Line at Pohang {\n",
				"  part fill   : Filler in A2 uses FX17\n", "\nasset FX33 : Filler at Gwangyang {\n")) {
			assertTrue(imported.contains(line), imported);
		}
	}

	@Test
	void refusesNodeSetsWithoutTheirTypes() throws IOException {
		Path nodeOpcUa = Skipped.unless(CONSUMER, () -> Consumers.node(CONSUMER));
		Path generated = Application.generate("opcua", Checkout.example("bottling"), folder.resolve("broken"));
		Files.delete(generated.resolve("acme.machines.NodeSet2.xml"));
		assertThrows(AssertionError.class, () -> new Server(nodeOpcUa, generated, folder.resolve("pki")).close());
	}

	@Test
	void readsTheNodeSetThatTheBenchReads() throws IOException {
		Skipped.unless(CONSUMER, () -> Consumers.node(CONSUMER));
		Running bench = Application.run("bench", "--files=read", "--tiny");
		for (String title : List.of("twinwright import", CONSUMER)) {
			assertTrue(bench.said(line -> line.matches("\\| %s( \\| \\d+\\.\\d+){3} \\|".formatted(title))).isPresent(), bench::toString);
		}
	}

	/** node-opcua with generated node sets, in a process of its own. */
	private static final class Server implements AutoCloseable {
		private final Running running;
		private final String url;

		Server(Path nodeOpcUa, Path generated, Path pki) throws IOException {
			List<String> command = new ArrayList<>(List.of("node", "serve.mjs", Integer.toString(Ports.free()), pki.toString(), ISA95.toString()));
			try (Stream<Path> files = Files.list(generated)) {
				files.sorted().map(Path::toString).forEach(command::add);
			}
			running = new Running(nodeOpcUa, command);
			try {
				url = running.line(line -> line.startsWith("serving "), LIMIT).substring("serving ".length());
			} catch (AssertionError e) {
				running.close();
				throw e;
			}
		}

		String url() {
			return url;
		}

		@Override
		public void close() {
			running.close();
		}
	}
}
