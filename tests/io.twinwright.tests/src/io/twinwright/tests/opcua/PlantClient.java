package io.twinwright.tests.opcua;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.nodes.Addressed;
import io.twinwright.opcua.security.OwnCertificate;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.identity.AnonymousProvider;
import org.eclipse.milo.opcua.sdk.client.identity.IdentityProvider;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePath;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePathResult;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePath;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePathElement;

/** A client of Milo that looks at a plant by the paths of its model. */
final class PlantClient implements AutoCloseable {
	/** A plant with a signal of each kind, bound by namespace URI, by number, and not at all. */
	static final String TWIN = """
			namespace a
			enum Phase { one = 3 two }
			type Tank {
			  sensor flow : [l/min] range 0..220 every 100 [ms] node "Process/Flow" alarm high 200
			  actuator flowSet : [l/min] range 0..220 node "Process/FlowSet"
			  sensor speed : [/h] range 0..12000 every 100 [ms]
			  sensor many : integer range 0..120 every 100 [ms]
			  sensor count : counter every 100 [ms]
			  sensor energy : counter [kW.h] every 100 [ms]
			  state mode : PackML every 100 [ms]
			  state phase : Phase every 100 [ms]
			  state batch : string every 100 [ms]
			  sensor open : boolean every 100 [ms]
			  sensor at : geopoint every 100 [ms]
			  sensor since : timestamp every 100 [ms]
			  property volume : [m3] = 36.8 [m3]
			  parameter level : [%] = 40 [%] range 0..100
			  insight half : [l/min] = flow / 2
			}
			asset T1 : Tank
			asset L : Line { part tank : Tank uses T1 part free : Tank }
			asset Dcs : Tank
			endpoint plc { url "opc.tcp://localhost:4840" security None }
			endpoint dcs { url "opc.tcp://localhost:4841" security None }
			bind T1 to plc "nsu=https://acme.example/ua;s=Tank1"
			bind T1.speed to plc "nsu=https://acme.example/ua;i=42" as [/min]
			bind Dcs to dcs "ns=7;s=DCS"
			""";
	private static final String URI = "urn:test:client";
	private static final NodeId HIERARCHICAL = new NodeId(0, 33);
	private static final int SECONDS = 20;

	private final OpcUaClient client;
	private final TwinModel twin;

	private PlantClient(OpcUaClient client, TwinModel twin) {
		this.client = client;
		this.twin = twin;
	}

	static PlantClient connect(String url, TwinModel twin) throws Exception {
		return connect(url, twin, null, SecurityPolicy.None, new AnonymousProvider());
	}

	/** @param certificate of the client, null for none */
	static PlantClient connect(String url, TwinModel twin, OwnCertificate certificate, SecurityPolicy policy,
			IdentityProvider identity) throws Exception {
		OpcUaClient client = OpcUaClient.create(url,
				endpoints -> endpoints.stream().filter(one -> one.getSecurityPolicyUri().equals(policy.getUri())).findFirst(),
				transport -> {
					// The defaults are fine.
				}, config -> {
					config.setApplicationUri(URI).setApplicationName(LocalizedText.english("test")).setIdentityProvider(identity)
							.setCertificateValidator(new CertificateValidator.InsecureCertificateValidator());
					if (certificate != null) {
						config.setKeyPair(certificate.keyPair()).setCertificate(certificate.certificate())
								.setCertificateChain(new X509Certificate[] {certificate.certificate()});
					}
				});
		try {
			client.connectAsync().get(SECONDS, TimeUnit.SECONDS);
		} catch (Exception e) {
			client.disconnectAsync();
			throw e;
		}
		return new PlantClient(client, twin);
	}

	/** @return the certificate of the clients of a test */
	static OwnCertificate certificate(Path folder) throws Exception {
		return OwnCertificate.in(folder, "client", "test", URI);
	}

	OpcUaClient milo() {
		return client;
	}

	/** @return the number of a namespace on the server */
	int namespace(String uri) {
		return client.getNamespaceTable().getIndex(uri).intValue();
	}

	NodeId id(String path) {
		return id(Twins.at(twin, path));
	}

	NodeId id(Located located) {
		return Addressed.id(Addresses.of(twin, located), client.getNamespaceTable())
				.orElseThrow(() -> new AssertionError("The server has no namespace of '%s'.".formatted(located.path())));
	}

	DataValue read(NodeId id, AttributeId attribute) {
		try {
			return client.read(0, TimestampsToReturn.Both, List.of(new ReadValueId(id, attribute.uid(), null, null)))
					.getResults()[0];
		} catch (UaException e) {
			throw new AssertionError(e);
		}
	}

	DataValue read(NodeId id) {
		return read(id, AttributeId.Value);
	}

	DataValue read(String path) {
		return read(id(path));
	}

	Object value(String path) {
		return read(path).value().value();
	}

	double number(String path) {
		return ((Number) value(path)).doubleValue();
	}

	StatusCode write(String path, Object value) throws Exception {
		return client.writeValuesAsync(List.of(id(path)), List.of(DataValue.valueOnly(new Variant(value))))
				.get(SECONDS, TimeUnit.SECONDS).getFirst();
	}

	/** @return the node at the end of a way of browse names, null if there is none */
	NodeId below(NodeId from, QualifiedName... names) {
		RelativePathElement[] way = new RelativePathElement[names.length];
		for (int i = 0; i < names.length; i++) {
			way[i] = new RelativePathElement(HIERARCHICAL, false, true, names[i]);
		}
		try {
			BrowsePathResult result = client.translateBrowsePaths(List.of(new BrowsePath(from, new RelativePath(way))))
					.getResults()[0];
			return result.getStatusCode().isGood()
					? result.getTargets()[0].getTargetId().toNodeId(client.getNamespaceTable()).orElseThrow() : null;
		} catch (UaException e) {
			throw new AssertionError(e);
		}
	}

	/** @return the value of a property that OPC UA itself names, a structure decoded; null if there is none */
	Object property(NodeId node, String name) {
		NodeId property = below(node, new QualifiedName(0, name));
		Object value = property == null ? null : read(property).value().value();
		return value instanceof ExtensionObject object ? object.decode(client.getStaticEncodingContext()) : value;
	}

	/** Waits for a condition, some seconds at most. */
	static void await(String what, BooleanSupplier condition) {
		Instant limit = Instant.now().plusSeconds(SECONDS);
		while (!condition.getAsBoolean()) {
			assertTrue(Instant.now().isBefore(limit), "Not within %d s: %s".formatted(SECONDS, what));
			Thread.onSpinWait();
		}
	}

	@Override
	public void close() throws Exception {
		client.disconnectAsync().get(SECONDS, TimeUnit.SECONDS);
	}
}
