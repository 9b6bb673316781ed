package io.twinwright.tests.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.ServerSocket;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.DefaultApplicationGroup;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateStore;
import org.eclipse.milo.opcua.stack.core.security.MemoryTrustListManager;
import org.eclipse.milo.opcua.stack.core.security.RsaSha256CertificateFactory;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.transport.TransportProfile;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server and a client of Milo over a real connection: its five modules, Netty and Bouncy Castle fit together. */
class OpcUaRoundTripTest {
	private static final String HOST = "127.0.0.1";

	@ParameterizedTest
	@EnumSource(value = SecurityPolicy.class, names = {"None", "Basic256Sha256"})
	void clientReadsAndWatchesTheServersClock(SecurityPolicy policy) throws Exception {
		OpcUaServer server = server(policy);
		server.startup().get(10, TimeUnit.SECONDS);
		try {
			OpcUaClient client = client(server, policy);
			client.connect();
			try {
				assertEquals(DateTime.class, client.readValue(0, TimestampsToReturn.Both, NodeIds.Server_ServerStatus_CurrentTime)
						.value().value().getClass());
				var seen = new LinkedBlockingQueue<Object>();
				var subscription = new OpcUaSubscription(client, 50.0);
				subscription.create();
				var item = OpcUaMonitoredItem.newDataItem(NodeIds.Server_ServerStatus_CurrentTime);
				item.setSamplingInterval(20);
				item.setDataValueListener((source, value) -> seen.add(value.value().value()));
				subscription.addMonitoredItem(item);
				subscription.synchronizeMonitoredItems();
				assertEquals(DateTime.class, seen.poll(10, TimeUnit.SECONDS).getClass());
				subscription.delete();
			} finally {
				client.disconnect();
			}
		} finally {
			server.shutdown().get(10, TimeUnit.SECONDS);
		}
	}

	private static OpcUaServer server(SecurityPolicy policy) throws Exception {
		var certificates = new RsaSha256CertificateFactory() {
			@Override
			protected X509Certificate[] createRsaSha256CertificateChain(KeyPair keys) throws Exception {
				return new X509Certificate[] {certificate(keys, "urn:example:server")};
			}
		};
		var group = DefaultApplicationGroup.createAndInitialize(new MemoryTrustListManager(), new MemoryCertificateStore(),
				certificates, new CertificateValidator.InsecureCertificateValidator());
		var endpoint = EndpointConfig.newBuilder().setBindAddress(HOST).setHostname(HOST).setBindPort(freePort()).setPath("/test")
				.setTransportProfile(TransportProfile.TCP_UASC_UABINARY)
				.setCertificate(group.getCertificateEntries().getFirst().certificateChain[0])
				.setSecurityPolicy(policy)
				.setSecurityMode(policy == SecurityPolicy.None ? MessageSecurityMode.None : MessageSecurityMode.SignAndEncrypt)
				.addTokenPolicies(OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS)
				.build();
		var config = OpcUaServerConfig.builder()
				.setApplicationUri("urn:example:server").setProductUri("urn:example:server").setApplicationName(LocalizedText.english("server"))
				.setEndpoints(Set.of(endpoint))
				.setCertificateManager(new DefaultCertificateManager(new MemoryCertificateQuarantine(), group))
				.setIdentityValidator(AnonymousIdentityValidator.INSTANCE)
				.build();
		return new OpcUaServer(config, profile -> new OpcTcpServerTransport(OpcTcpServerTransportConfig.newBuilder().build()));
	}

	private static OpcUaClient client(OpcUaServer server, SecurityPolicy policy) throws Exception {
		KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(2048);
		X509Certificate certificate = certificate(keys, "urn:example:client");
		String url = server.getConfig().getEndpoints().iterator().next().getEndpointUrl();
		return OpcUaClient.create(url,
				endpoints -> endpoints.stream().filter(endpoint -> endpoint.getSecurityPolicyUri().equals(policy.getUri())).findFirst(),
				transport -> { },
				config -> config.setApplicationUri("urn:example:client").setApplicationName(LocalizedText.english("client"))
						.setKeyPair(keys).setCertificate(certificate).setCertificateChain(new X509Certificate[] {certificate})
						.setCertificateValidator(new CertificateValidator.InsecureCertificateValidator()));
	}

	private static X509Certificate certificate(KeyPair keys, String uri) throws Exception {
		return new SelfSignedCertificateBuilder(keys).setCommonName(uri).setApplicationUri(uri).addIpAddress(HOST).build();
	}

	private static int freePort() throws Exception {
		try (var socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}
}
