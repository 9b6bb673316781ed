package io.twinwright.tests.opcua.live;

import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.SignalKind;
import io.twinwright.opcua.live.Drift;
import io.twinwright.opcua.live.LinkFailure;
import io.twinwright.opcua.live.LinkListener;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.LiveLink;
import io.twinwright.opcua.live.NewCertificate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Opens links as tests need them. */
final class Links {
	private static final Set<SignalKind> CARRIED = Set.of(SignalKind.SENSOR, SignalKind.STATE, SignalKind.ACTUATOR,
			SignalKind.PARAMETER, SignalKind.PROPERTY);
	private static final int SECONDS = 120;

	private Links() {
	}

	/** What a test does with an open link. */
	interface Attached {
		void with(LiveLink link) throws Exception;
	}

	/** Starts a server, attaches to it, and ends both. */
	static void with(TestServer.Plan plan, Consumer<Nodes> plant, TwinModel twin, Path pki, LinkListener listener, Attached task)
			throws Exception {
		try (TestServer server = plan.start(plant)) {
			LiveLink link = open(server.url(), twin, pki, listener);
			try {
				task.with(link);
			} finally {
				end(link);
			}
		}
	}

	/** @return the signals that come over a link */
	static List<Point> points(TwinModel twin) {
		return twin.roots().stream().flatMap(root -> root.all().stream()).map(Position::points).flatMap(List::stream)
				.filter(point -> CARRIED.contains(point.kind())).toList();
	}

	static LiveLink open(String url, TwinModel twin, Path pki, LinkListener listener) throws Exception {
		return open(LinkSettings.local(url, pki), twin, listener);
	}

	static LiveLink open(LinkSettings settings, TwinModel twin, LinkListener listener) throws Exception {
		return LiveLink.open(settings, twin, points(twin), listener).get(SECONDS, TimeUnit.SECONDS);
	}

	/** @return settings of a server with Basic256Sha256, signed and encrypted */
	static LinkSettings secure(String url, Path pki, String user, String password, boolean trust) {
		return new LinkSettings(url, "Basic256Sha256", "SignAndEncrypt", user, password, pki, trust ? NewCertificate.TRUSTED : NewCertificate.REFUSED, LinkSettings.TIMEOUT,
				LinkSettings.KEEP_ALIVE, null);
	}

	/** @return settings with short waits, for servers that do not answer */
	static LinkSettings impatient(String url, Path pki) {
		return new LinkSettings(url, "None", "None", null, null, pki, NewCertificate.REFUSED, Duration.ofSeconds(2), Duration.ofSeconds(3), null);
	}

	static List<Drift> drift(LiveLink link) throws Exception {
		return link.drift().get(SECONDS, TimeUnit.SECONDS);
	}

	static void end(LiveLink link) throws Exception {
		link.end().get(SECONDS, TimeUnit.SECONDS);
	}

	/** @return what a link that cannot be opened says */
	static String refusal(LinkSettings settings, TwinModel twin) throws Exception {
		Recorder recorder = new Recorder();
		try {
			end(open(settings, twin, recorder));
		} catch (ExecutionException e) {
			if (e.getCause() instanceof LinkFailure failure) {
				return failure.getMessage();
			}
			throw e;
		}
		throw new AssertionError("The link was opened: " + recorder.states());
	}
}
