package io.twinwright.tests.opcua.swap;

import io.twinwright.cli.live.EnvironmentSecrets;
import io.twinwright.core.discovery.Machine;
import io.twinwright.core.discovery.Matching;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.ide.edit.MachineInsertion;
import io.twinwright.dsl.ide.edit.MachineInsertion.Inserted;
import io.twinwright.dsl.insert.Server;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.NewCertificate;
import io.twinwright.opcua.live.ServerSettings;
import io.twinwright.opcua.live.Servers;
import io.twinwright.opcua.swap.Rebound;
import io.twinwright.opcua.swap.SetPointChange;
import io.twinwright.opcua.swap.SwapFailure;
import io.twinwright.opcua.swap.SwapPlant;
import io.twinwright.opcua.swap.SwapSession;
import io.twinwright.tests.opcua.Twins;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plant whose text is one file, and whose person in charge agrees to everything. */
final class FilePlant implements SwapPlant, AutoCloseable {
	private final Path file;
	private final Machine machine;
	private final LinkSettings server;
	private final String position;
	private final List<SetPointChange> confirmed = new ArrayList<>();
	private AttachedTwin session;
	private String prepared;
	private byte[] before;
	private String refusal;
	private boolean agrees = true;
	private boolean cancelled;

	FilePlant(Path file, Path pki, Machine machine, LinkSettings server, String position) throws SwapFailure {
		this.file = file;
		this.machine = machine;
		this.server = server;
		this.position = position;
		TwinModel twin = Twins.load(file);
		this.session = AttachedTwin.open(twin, Servers.bound(twin, new ServerSettings(pki, NewCertificate.REFUSED, new EnvironmentSecrets(Map.of()))));
	}

	void refuse(String sentence) {
		refusal = sentence;
	}

	void disagree() {
		agrees = false;
	}

	void cancel() {
		cancelled = true;
	}

	List<SetPointChange> confirmed() {
		return confirmed;
	}

	@Override
	public AttachedTwin session() {
		return session;
	}

	@Override
	public Optional<String> refusal() {
		return Optional.ofNullable(refusal);
	}

	@Override
	public boolean confirms(List<SetPointChange> safe, List<SetPointChange> resumed) {
		confirmed.addAll(safe);
		confirmed.addAll(resumed);
		return agrees;
	}

	@Override
	public boolean isCancelled() {
		return cancelled;
	}

	@Override
	public TwinModel prepare() throws SwapFailure {
		TwinModel twin = Twins.load(file);
		Position at = twin.roots().stream().flatMap(root -> root.all().stream()).filter(one -> one.path().equals(position)).findFirst().orElseThrow();
		Inserted inserted = Twins.injector().getInstance(MachineInsertion.class).swap(machine, new Matching(twin).match(machine).getFirst(),
				new Server(server.url(), server.security(), server.mode(), false, false), at, twin);
		switch (inserted) {
			case Inserted.Refused refused -> throw new SwapFailure(refused.sentence(), null);
			case Inserted.Changed changed -> prepared = changed.texts().values().iterator().next();
		}
		return twin;
	}

	@Override
	public TwinModel rebind() throws SwapFailure {
		try {
			before = Files.readAllBytes(file);
			Files.writeString(file, prepared);
			return Twins.load(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public void restore() {
		try {
			Files.write(file, before);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public AttachedTwin attach(TwinModel twin) throws SwapFailure {
		return AttachedTwin.open(twin, Rebound.servers(session.servers(), twin, position, server));
	}

	@Override
	public void replace(SwapSession next) {
		session.close();
		session = (AttachedTwin) next;
	}

	@Override
	public void close() {
		session.close();
	}
}
