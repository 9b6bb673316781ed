package io.twinwright.tests.opcua.live;

import io.netty.channel.nio.NioEventLoopGroup;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigLimits;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.CompositeValidator;
import org.eclipse.milo.opcua.sdk.server.identity.UsernameIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.servicesets.AbstractServiceSet;
import org.eclipse.milo.opcua.sdk.server.servicesets.Service;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateStore;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.DefaultApplicationGroup;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateStore;
import org.eclipse.milo.opcua.stack.core.security.MemoryTrustListManager;
import org.eclipse.milo.opcua.stack.core.security.RsaSha256CertificateFactory;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.UaRequestMessageType;
import org.eclipse.milo.opcua.stack.core.types.UaResponseMessageType;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.ApplicationType;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.NodeClass;
import org.eclipse.milo.opcua.stack.core.types.structured.ApplicationDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseNextRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseNextResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseResult;
import org.eclipse.milo.opcua.stack.core.types.structured.FindServersResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.UserTokenPolicy;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;
import org.eclipse.milo.opcua.stack.transport.server.OpcServerTransportFactory;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;

/** A server of Milo on a free port of this machine, as a test wants it. */
final class TestServer implements AutoCloseable {
	static final String HOST = "127.0.0.1";
	static final String PATH = "/test";
	static final String URI = "urn:test:plant";
	private static final int SECONDS = 20;

	/** How a server is. */
	static final class Plan {
		private final List<String> others = new ArrayList<>();
		private int port;
		private SecurityPolicy policy = SecurityPolicy.None;
		private String user;
		private String password;
		private CertificateValidator clients = new CertificateValidator.InsecureCertificateValidator();
		private int from = -10;
		private int until = 10;
		private OpcUaServerConfigLimits limits = new OpcUaServerConfigLimits() {
		};
		private Requests requests = request -> request;
		private final List<String> registered = new ArrayList<>();
		private Crowd crowd;

		/** Namespaces that come before that of the plant. */
		Plan after(String... uris) {
			others.addAll(List.of(uris));
			return this;
		}

		Plan port(int number) {
			port = number;
			return this;
		}

		Plan secured() {
			policy = SecurityPolicy.Basic256Sha256;
			return this;
		}

		/** Lets only one user in. */
		Plan user(String name, String word) {
			user = name;
			password = word;
			return this;
		}

		/** Trusts no client. */
		Plan distrustful() {
			clients = (chain, uri, hosts) -> {
				throw new UaException(StatusCodes.Bad_CertificateUntrusted);
			};
			return this;
		}

		/** Has a certificate that is over. */
		Plan expired() {
			from = -20;
			until = -10;
			return this;
		}

		Plan limits(OpcUaServerConfigLimits some) {
			limits = some;
			return this;
		}

		/** Looks at each request first. */
		Plan requests(Requests first) {
			requests = first;
			return this;
		}

		/** Is a discovery server that knows others by their URLs, and is none itself. */
		Plan knows(String... urls) {
			registered.addAll(List.of(urls));
			return this;
		}

		/** Says that it has so many variables in its objects, and makes up each when it is asked for them. */
		Plan announces(int variables) {
			crowd = new Crowd(variables);
			return this;
		}

		/** @param plant makes the nodes */
		TestServer start(Consumer<Nodes> plant) throws Exception {
			return new TestServer(this, plant);
		}
	}

	/** What a server does with a request before it serves it. */
	interface Requests {
		/**
		 * @return the request that is served; null for none that is ever answered
		 * @throws UaException if it refuses it
		 */
		UaRequestMessageType first(UaRequestMessageType request) throws UaException;
	}

	/** Variables that are said to be there. */
	private static final class Crowd {
		private static final int AT_ONCE = 1000;

		private final int all;
		private int given;

		Crowd(int all) {
			this.all = all;
		}

		boolean isAskedBy(UaRequestMessageType request) {
			return request instanceof BrowseNextRequest || request instanceof BrowseRequest browse && browse.getNodesToBrowse().length == 1 && browse.getNodesToBrowse()[0].getNodeId().equals(NodeIds.ObjectsFolder);
		}

		UaResponseMessageType answer(UaRequestMessageType request) {
			BrowseResult[] next = {new BrowseResult(StatusCode.GOOD, given + AT_ONCE < all ? ByteString.of(new byte[] {1}) : ByteString.NULL_VALUE,
					IntStream.range(given, Math.min(all, given + AT_ONCE)).mapToObj(Crowd::reference).toArray(ReferenceDescription[]::new))};
			given += AT_ONCE;
			return request instanceof BrowseRequest ? new BrowseResponse(AbstractServiceSet.createResponseHeader(request), next, null)
					: new BrowseNextResponse(AbstractServiceSet.createResponseHeader(request), next, null);
		}

		private static ReferenceDescription reference(int number) {
			return new ReferenceDescription(NodeIds.Organizes, true, new NodeId(1, number).expanded(), new QualifiedName(1, "V" + number),
					LocalizedText.english("V" + number), NodeClass.Variable, NodeIds.BaseDataVariableType.expanded());
		}
	}

	/** A server that looks at each request first. */
	private static final class Server extends OpcUaServer {
		private final Requests requests;
		private final List<String> registered;
		private final Crowd crowd;

		Server(OpcUaServerConfig config, OpcServerTransportFactory transports, Plan plan) {
			super(config, transports);
			this.requests = plan.requests;
			this.registered = plan.registered;
			this.crowd = plan.crowd;
		}

		private FindServersResponse known(UaRequestMessageType request) {
			ApplicationDescription own = application("urn:test:lds", ApplicationType.DiscoveryServer, "opc.tcp://nowhere.test:4840");
			return new FindServersResponse(AbstractServiceSet.createResponseHeader(request), Stream.concat(Stream.of(own), registered.stream()
					.map(url -> application("urn:test:" + url, ApplicationType.Server, url))).toArray(ApplicationDescription[]::new));
		}

		private static ApplicationDescription application(String uri, ApplicationType type, String url) {
			return new ApplicationDescription(uri, uri, LocalizedText.english(uri), type, null, null, new String[] {url});
		}

		@Override
		protected ServiceHandler getServiceHandler(String path, Service service) {
			if (service == Service.DISCOVERY_FIND_SERVERS && !registered.isEmpty()) {
				return (context, request) -> known(request);
			}
			ServiceHandler handler = super.getServiceHandler(path, service);
			if (crowd != null && (service == Service.VIEW_BROWSE || service == Service.VIEW_BROWSE_NEXT)) {
				return (context, request) -> crowd.isAskedBy(request) ? crowd.answer(requests.first(request)) : handler.handle(context, requests.first(request));
			}
			if (handler instanceof AsyncServiceHandler later) {
				return (AsyncServiceHandler) (context, request) -> {
					try {
						UaRequestMessageType served = requests.first(request);
						return served == null ? new CompletableFuture<>() : later.handleAsync(context, served);
					} catch (UaException e) {
						return CompletableFuture.failedFuture(e);
					}
				};
			}
			return handler == null ? null : (context, request) -> handler.handle(context, requests.first(request));
		}
	}

	private final int port;
	private final NioEventLoopGroup network = new NioEventLoopGroup(1);
	private final OpcUaServer server;
	private final Nodes nodes;
	private final X509Certificate certificate;

	private TestServer(Plan plan, Consumer<Nodes> plant) throws Exception {
		port = plan.port == 0 ? freePort() : plan.port;
		KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(2048);
		certificate = new SelfSignedCertificateGenerator().generateSelfSigned(keys, daysFromNow(plan.from),
				daysFromNow(plan.until), "test server", "tests", null, null, null, "KR", "urn:test:server", List.of(), List.of(HOST),
				SelfSignedCertificateBuilder.SA_SHA256_RSA);
		MemoryCertificateStore store = new MemoryCertificateStore();
		store.set(NodeIds.RsaSha256ApplicationCertificateType,
				new CertificateStore.Entry(keys.getPrivate(), new X509Certificate[] {certificate}));
		var group = DefaultApplicationGroup.createAndInitialize(new MemoryTrustListManager(), store, new RsaSha256CertificateFactory() {
			@Override
			protected X509Certificate[] createRsaSha256CertificateChain(KeyPair any) {
				throw new IllegalStateException();
			}
		}, plan.clients);
		var config = OpcUaServerConfig.builder().setApplicationUri("urn:test:server").setProductUri("urn:test:server")
				.setApplicationName(LocalizedText.english("test server")).setEndpoints(endpoints(plan))
				.setCertificateManager(new DefaultCertificateManager(new MemoryCertificateQuarantine(), group))
				.setIdentityValidator(new CompositeValidator(AnonymousIdentityValidator.INSTANCE, new UsernameIdentityValidator(
						challenge -> challenge.getUsername().equals(plan.user) && challenge.getPassword().equals(plan.password))))
				.setLimits(plan.limits).build();
		server = new Server(config, profile -> new OpcTcpServerTransport(
				OpcTcpServerTransportConfig.newBuilder().setEventLoop(network).build()), plan);
		plan.others.forEach(server.getNamespaceTable()::add);
		nodes = new Nodes(server, URI);
		nodes.startup();
		plant.accept(nodes);
		server.startup().get(SECONDS, TimeUnit.SECONDS);
	}

	private Set<EndpointConfig> endpoints(Plan plan) {
		UserTokenPolicy token = plan.user == null ? OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS
				: OpcUaServerConfig.USER_TOKEN_POLICY_USERNAME;
		Set<EndpointConfig> endpoints = new LinkedHashSet<>();
		Stream.of(PATH, PATH + "/discovery").forEach(path -> endpoints.add(EndpointConfig.newBuilder().setBindAddress(HOST)
				.setHostname(HOST).setBindPort(port).setPath(path).setCertificate(certificate)
				.setSecurityPolicy(path.equals(PATH) ? plan.policy : SecurityPolicy.None)
				.setSecurityMode(path.equals(PATH) && plan.policy != SecurityPolicy.None ? MessageSecurityMode.SignAndEncrypt
						: MessageSecurityMode.None)
				.addTokenPolicies(token).build()));
		return endpoints;
	}

	private static Date daysFromNow(int days) {
		return Date.from(Instant.now().plus(Duration.ofDays(days)));
	}

	static int freePort() throws Exception {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
			return socket.getLocalPort();
		}
	}

	static String url(int port) {
		return "opc.tcp://%s:%d%s".formatted(HOST, port, PATH);
	}

	X509Certificate certificate() {
		return certificate;
	}

	int port() {
		return port;
	}

	String url() {
		return url(port);
	}

	OpcUaServer milo() {
		return server;
	}

	@Override
	public void close() throws Exception {
		nodes.shutdown();
		server.shutdown().get(SECONDS, TimeUnit.SECONDS);
		network.shutdownGracefully(0, 2, TimeUnit.SECONDS).await(SECONDS, TimeUnit.SECONDS);
	}
}
