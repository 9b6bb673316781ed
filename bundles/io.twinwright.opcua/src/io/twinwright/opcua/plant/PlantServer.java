package io.twinwright.opcua.plant;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.twinwright.opcua.security.OwnCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.CompositeValidator;
import org.eclipse.milo.opcua.sdk.server.identity.UsernameIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.UsernameIdentityValidator.AuthenticationChallenge;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.security.CertificateStore;
import org.eclipse.milo.opcua.stack.core.security.DefaultApplicationGroup;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateStore;
import org.eclipse.milo.opcua.stack.core.security.MemoryTrustListManager;
import org.eclipse.milo.opcua.stack.core.security.RsaSha256CertificateFactory;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;

/** The server of a plant with all threads that it needs, so that they end with it. */
final class PlantServer {
	static final String APPLICATION_URI = "urn:twinwright:plant";
	private static final String HOST = "127.0.0.1";
	private static final String PATH = "/twin";
	private static final int LIMIT_SECONDS = 10;
	private static final int LARGEST_PORT = 65535;

	private final OpcUaServer server;
	private final String url;
	private final EventLoopGroup eventLoop;
	private final ExecutorService executor;
	private final ScheduledExecutorService scheduler;

	/**
	 * Makes a server that does not listen yet.
	 *
	 * @throws IOException if no port is free or the certificate cannot be kept
	 */
	PlantServer(SimulatedPlant.Options options, OwnCertificate certificate) throws IOException {
		int port = options.port() == 0 ? freePort() : options.port();
		if (port < 0 || port > LARGEST_PORT) {
			throw new IOException("There is no port %d.".formatted(port));
		}
		url = "opc.tcp://%s:%d%s".formatted(HOST, port, PATH);
		eventLoop = new NioEventLoopGroup(2, new DefaultThreadFactory("plant-network", true));
		executor = Executors.newCachedThreadPool(new DefaultThreadFactory("plant-service", true));
		scheduler = Executors.newScheduledThreadPool(2, new DefaultThreadFactory("plant-timer", true));
		try {
			var config = OpcUaServerConfig.builder().setApplicationUri(APPLICATION_URI).setProductUri(APPLICATION_URI)
					.setApplicationName(LocalizedText.english("Twinwright simulated plant"))
					.setEndpoints(endpoints(port, certificate.certificate())).setCertificateManager(certificates(options, certificate))
					.setIdentityValidator(new CompositeValidator(AnonymousIdentityValidator.INSTANCE,
							new UsernameIdentityValidator(challenge -> isUser(options, challenge))))
					.setExecutor(executor).setScheduledExecutor(scheduler).build();
			server = new OpcUaServer(config, profile -> new OpcTcpServerTransport(
					OpcTcpServerTransportConfig.newBuilder().setEventLoop(eventLoop).setExecutor(executor).build()));
		} catch (RuntimeException e) {
			stopThreads();
			throw e;
		}
	}

	private static boolean isUser(SimulatedPlant.Options options, AuthenticationChallenge challenge) {
		return challenge.getUsername().equals(options.user())
				&& MessageDigest.isEqual(bytes(challenge.getPassword()), bytes(options.password()));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
			return socket.getLocalPort();
		}
	}

	private static Set<EndpointConfig> endpoints(int port, X509Certificate certificate) {
		EndpointConfig open = endpoint(port, certificate).setSecurityPolicy(SecurityPolicy.None)
				.setSecurityMode(MessageSecurityMode.None).addTokenPolicies(OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS).build();
		EndpointConfig secure = endpoint(port, certificate).setSecurityPolicy(SecurityPolicy.Basic256Sha256)
				.setSecurityMode(MessageSecurityMode.SignAndEncrypt).addTokenPolicies(OpcUaServerConfig.USER_TOKEN_POLICY_USERNAME)
				.build();
		return Set.of(open, secure);
	}

	private static EndpointConfig.Builder endpoint(int port, X509Certificate certificate) {
		return EndpointConfig.newBuilder().setBindAddress(HOST).setHostname(HOST).setBindPort(port).setPath(PATH)
				.setCertificate(certificate);
	}

	private static DefaultCertificateManager certificates(SimulatedPlant.Options options, OwnCertificate own) {
		try {
			MemoryCertificateStore store = new MemoryCertificateStore();
			store.set(NodeIds.RsaSha256ApplicationCertificateType,
					new CertificateStore.Entry(own.keyPair().getPrivate(), new X509Certificate[] {own.certificate()}));
			var group = DefaultApplicationGroup.createAndInitialize(new MemoryTrustListManager(), store,
					new RsaSha256CertificateFactory() {
						@Override
						protected X509Certificate[] createRsaSha256CertificateChain(KeyPair keys) {
							throw new IllegalStateException("The plant has its certificate.");
						}
					}, new AcceptingValidator(options.log()));
			return new DefaultCertificateManager(new MemoryCertificateQuarantine(), group);
		} catch (RuntimeException e) {
			throw e;
		} catch (Exception e) {
			throw new IllegalStateException("A store in memory cannot fail.", e);
		}
	}

	OpcUaServer server() {
		return server;
	}

	String url() {
		return url;
	}

	/** @throws IOException if it cannot listen on its port */
	void listen() throws IOException {
		try {
			server.startup().get(LIMIT_SECONDS, TimeUnit.SECONDS);
		} catch (ExecutionException | TimeoutException | CompletionException e) {
			throw new IOException("The plant cannot listen at '%s'. Another program may have the port.".formatted(url), e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException("The start of the plant was interrupted.", e);
		}
	}

	/** Stops listening and ends all threads; waits no longer than some seconds. */
	void close() {
		try {
			server.shutdown().get(LIMIT_SECONDS, TimeUnit.SECONDS);
		} catch (ExecutionException | TimeoutException e) {
			throw new IllegalStateException("The server did not shut down.", e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} finally {
			stopThreads();
		}
	}

	private void stopThreads() {
		eventLoop.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(LIMIT_SECONDS, TimeUnit.SECONDS);
		scheduler.shutdownNow();
		executor.shutdownNow();
	}
}
