package io.twinwright.tests.opcua;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.nodeset.NodeSets;
import io.twinwright.nodeset.xml.UANodeSet;
import io.twinwright.opcua.nodes.LoadedNodes;
import io.twinwright.opcua.nodes.NodeSetLoader;
import io.twinwright.opcua.nodes.Unread;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.nodes.UaDataTypeNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaMethodNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaReferenceTypeNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.enumerated.StructureType;
import org.eclipse.milo.opcua.stack.core.types.structured.Argument;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.EnumDefinition;
import org.eclipse.milo.opcua.stack.core.types.structured.EnumValueType;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;
import org.eclipse.milo.opcua.stack.core.types.structured.StructureDefinition;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The loader against node sets of the OPC Foundation and of our own making. */
class NodeSetLoaderTest {
	private static final String DI = "http://opcfoundation.org/UA/DI/";
	private static final String PACKML = "http://opcfoundation.org/UA/PackML/";
	private static final String NEAR = """
			<?xml version="1.0" encoding="UTF-8"?>
			<UANodeSet xmlns="http://opcfoundation.org/UA/2011/03/UANodeSet.xsd">
			  <NamespaceUris><Uri>urn:near</Uri></NamespaceUris>
			  <Models><Model ModelUri="urn:near"><RequiredModel ModelUri="http://opcfoundation.org/UA/"/></Model></Models>
			  <Aliases><Alias Alias="HasSubtype">i=45</Alias></Aliases>
			%s
			</UANodeSet>
			""";
	private static final String XSD = "xmlns=\"http://opcfoundation.org/UA/2008/02/Types.xsd\"";

	private OpcUaServer server;

	@BeforeEach
	void makeAServer() {
		var config = OpcUaServerConfig.builder().setApplicationUri("urn:test").setProductUri("urn:test")
				.setApplicationName(LocalizedText.english("test")).setEndpoints(Set.of())
				.setCertificateManager(new DefaultCertificateManager(new MemoryCertificateQuarantine())).build();
		server = new OpcUaServer(config,
				profile -> new OpcTcpServerTransport(OpcTcpServerTransportConfig.newBuilder().build()));
	}

	private static UANodeSet document(String nodes) throws IOException {
		return NodeSets.read(new ByteArrayInputStream(NEAR.formatted(nodes).getBytes(StandardCharsets.UTF_8)));
	}

	private NodeId id(String namespace, int number) {
		return new NodeId(server.getNamespaceTable().getIndex(namespace), number);
	}

	private Object value(LoadedNodes nodes, NodeId id) {
		return nodes.variable(id).orElseThrow().getValue().value().value();
	}

	private Object structure(Object value) {
		return ((ExtensionObject) value).decode(server.getStaticEncodingContext());
	}

	@Test
	void loadsEveryCompanionAndReportsWhatALackingOneCosts() {
		List<UANodeSet> documents = new ArrayList<>();
		for (String name : List.of("Opc.Ua.Machinery.ProcessValues.NodeSet2.xml", "Opc.Ua.Machinery.NodeSet2.xml",
				"Opc.Ua.Di.NodeSet2.xml", "Opc.Ua.PackML.NodeSet2.xml", "Opc.ISA95.NodeSet2.xml", "Opc.Ua.IRDI.NodeSet2.xml")) {
			documents.add(Twins.data(name));
		}
		LoadedNodes nodes = NodeSetLoader.load(server, documents);
		assertEquals(documents.stream().mapToInt(document -> document.getNodes().size()).sum(), nodes.size());
		assertTrue(nodes.unread().stream().allMatch(unread -> unread.model().endsWith("/ProcessValues/")), nodes.unread().toString());
		assertTrue(nodes.unread().getFirst().what().contains("http://opcfoundation.org/UA/PADIM/"));
		assertEquals(4, nodes.unread().size());
	}

	@Test
	void loadsOurOwnDocumentsWithoutALoss() {
		List<UANodeSet> documents = new ArrayList<>(Twins.nodeSets(Twins.load(Twins.example("bottling"))));
		documents.addAll(Twins.shipped());
		Collections.reverse(documents);
		LoadedNodes nodes = NodeSetLoader.load(server, documents);
		assertEquals(List.of(), nodes.unread());
	}

	@Test
	void readsArgumentsStatesNamesAndRevisionsOfDevices() {
		LoadedNodes nodes = NodeSetLoader.load(server, Twins.shipped());
		assertEquals(List.of(), nodes.unread());
		ExtensionObject[] arguments = (ExtensionObject[]) value(nodes, id(DI, 6167));
		Argument first = (Argument) structure(arguments[0]);
		assertEquals("Context", first.getName());
		assertEquals(NodeIds.String, first.getDataType());
		LocalizedText[] health = (LocalizedText[]) value(nodes, id(DI, 6450));
		assertEquals("NORMAL", health[0].text());
		assertTrue(nodes.node(id(DI, 6166)).orElseThrow() instanceof UaMethodNode);
		ExtensionObject[] modes = (ExtensionObject[]) value(nodes, id(PACKML, 194));
		assertEquals("Produce", ((EnumValueType) structure(modes[1])).getDisplayName().text());
	}

	@Test
	void definesDataTypesWithWhatTheyInherit() {
		LoadedNodes nodes = NodeSetLoader.load(server, Twins.shipped());
		UaDataTypeNode count = (UaDataTypeNode) nodes.node(id(PACKML, 14)).orElseThrow();
		StructureDefinition definition = (StructureDefinition) count.getDataTypeDefinition();
		assertEquals(StructureType.Structure, definition.getStructureType());
		assertEquals(List.of("ID", "Name", "Unit", "Count", "AccCount"),
				List.of(definition.getFields()).stream().map(field -> field.getName()).toList());
		UaDataTypeNode mode = (UaDataTypeNode) nodes.node(id(PACKML, 11)).orElseThrow();
		assertEquals(4, ((EnumDefinition) mode.getDataTypeDefinition()).getFields().length);
	}

	@Test
	void refersInBothDirectionsOnce() {
		LoadedNodes nodes = NodeSetLoader.load(server, Twins.shipped());
		NodeId machines = id("http://opcfoundation.org/UA/Machinery/", 1001);
		List<Reference> up = nodes.node(machines).orElseThrow().getReferences().stream()
				.filter(reference -> reference.isInverse() && reference.getReferenceTypeId().equals(NodeIds.Organizes)).toList();
		assertEquals(1, up.size());
		assertEquals(1, server.getAddressSpaceManager().getManagedReferences(NodeIds.ObjectsFolder).stream()
				.filter(reference -> reference.isForward() && reference.getTargetNodeId().equals(machines.expanded())).count());
		UaReferenceTypeNode connects = (UaReferenceTypeNode) nodes.node(id(DI, 6030)).orElseThrow();
		assertEquals("ConnectsTo", connects.getBrowseName().name());
	}

	@Test
	void readsAllKindsOfValues() throws IOException {
		LoadedNodes nodes = NodeSetLoader.load(server, List.of(document("""
				<UAVariable NodeId="ns=1;i=1" BrowseName="1:Range" DataType="i=884"><References>
				  <Reference ReferenceType="i=40">i=63</Reference><Reference ReferenceType="i=47" IsForward="false">i=85</Reference></References>
				  <Value><ExtensionObject %1$s><TypeId><Identifier>i=885</Identifier></TypeId><Body><Range><Low>-1.5</Low><High>INF</High>
				  </Range></Body></ExtensionObject></Value></UAVariable>
				<UAVariable NodeId="ns=1;i=2" BrowseName="1:Unit" DataType="i=887"><References/>
				  <Value><ExtensionObject %1$s><TypeId><Identifier>i=888</Identifier></TypeId><Body><EUInformation>
				  <NamespaceUri>urn:units</NamespaceUri><UnitId>-1</UnitId><DisplayName><Locale>de</Locale><Text>Nm³/h</Text></DisplayName>
				  </EUInformation></Body></ExtensionObject></Value></UAVariable>
				<UAVariable NodeId="ns=1;i=3" BrowseName="1:Name" DataType="i=20"><References/>
				  <Value><QualifiedName %1$s><NamespaceIndex>1</NamespaceIndex><Name>x</Name></QualifiedName></Value></UAVariable>
				<UAVariable NodeId="ns=1;i=4" BrowseName="1:Ids" DataType="i=17" ValueRank="1"><References/>
				  <Value><ListOfNodeId %1$s><NodeId><Identifier>ns=1;s=a;b</Identifier></NodeId><NodeId><Identifier>i=85</Identifier></NodeId>
				  </ListOfNodeId></Value></UAVariable>
				<UAVariable NodeId="ns=1;i=5" BrowseName="1:Mixed" DataType="i=24" ValueRank="1"><References/>
				  <Value><ListOfVariant %1$s><Variant><Value><UInt16>7</UInt16></Value></Variant>
				  <Variant><Value><Boolean>true</Boolean></Value></Variant></ListOfVariant></Value></UAVariable>
				<UAVariable NodeId="ns=1;i=6" BrowseName="1:Matrix" DataType="i=11" ValueRank="1" ArrayDimensions="3"><References/>
				  <Value><ListOfDouble %1$s><Double>1</Double><Double>2.5</Double><Double>NaN</Double></ListOfDouble></Value></UAVariable>
				""".formatted(XSD))));
		assertEquals(List.of(), nodes.unread());
		Range range = (Range) structure(value(nodes, id("urn:near", 1)));
		assertEquals(-1.5, range.getLow());
		assertEquals(Double.POSITIVE_INFINITY, range.getHigh());
		EUInformation unit = (EUInformation) structure(value(nodes, id("urn:near", 2)));
		assertEquals("Nm³/h", unit.getDisplayName().text());
		assertEquals(-1, unit.getUnitId());
		int namespace = server.getNamespaceTable().getIndex("urn:near").intValue();
		assertEquals(new QualifiedName(namespace, "x"), value(nodes, id("urn:near", 3)));
		assertArrayEquals(new NodeId[] {new NodeId(namespace, "a;b"), NodeIds.ObjectsFolder},
				(NodeId[]) value(nodes, id("urn:near", 4)));
		assertEquals(2, ((Object[]) value(nodes, id("urn:near", 5))).length);
		assertArrayEquals(new Double[] {1.0, 2.5, Double.NaN}, (Double[]) value(nodes, id("urn:near", 6)));
	}

	@Test
	void writesStructuresWithOptionalFieldsAndUnionsThatItHasNeverSeen() throws IOException {
		LoadedNodes nodes = NodeSetLoader.load(server, List.of(document("""
				<UADataType NodeId="ns=1;i=1" BrowseName="1:Options"><References><Reference ReferenceType="HasSubtype" IsForward="false">i=22
				</Reference></References><Definition Name="Options"><Field Name="A" DataType="i=6" IsOptional="true"/>
				<Field Name="B" DataType="i=6" IsOptional="true"/><Field Name="C" DataType="i=7"/></Definition></UADataType>
				<UAObject NodeId="ns=1;i=2" BrowseName="Default Binary"><References>
				<Reference ReferenceType="i=38" IsForward="false">ns=1;i=1</Reference></References></UAObject>
				<UAObject NodeId="ns=1;i=3" BrowseName="Default XML"><References>
				<Reference ReferenceType="i=38" IsForward="false">ns=1;i=1</Reference></References></UAObject>
				<UADataType NodeId="ns=1;i=4" BrowseName="1:Either"><References><Reference ReferenceType="HasSubtype" IsForward="false">i=12756
				</Reference></References><Definition Name="Either" IsUnion="true"><Field Name="A" DataType="i=6"/>
				<Field Name="B" DataType="i=1"/></Definition></UADataType>
				<UAObject NodeId="ns=1;i=5" BrowseName="Default Binary"><References>
				<Reference ReferenceType="i=38" IsForward="false">ns=1;i=4</Reference></References></UAObject>
				<UAVariable NodeId="ns=1;i=6" BrowseName="1:O" DataType="ns=1;i=1"><References/><Value><ExtensionObject %1$s><TypeId>
				<Identifier>ns=1;i=3</Identifier></TypeId><Body><Options><B>5</B><C>9</C></Options></Body></ExtensionObject></Value></UAVariable>
				<UAVariable NodeId="ns=1;i=7" BrowseName="1:E" DataType="ns=1;i=4"><References/><Value><ExtensionObject %1$s><TypeId>
				<Identifier>ns=1;i=4</Identifier></TypeId><Body><Either><SwitchField>2</SwitchField><B>true</B></Either></Body>
				</ExtensionObject></Value></UAVariable>
				""".formatted(XSD))));
		assertEquals(List.of(), nodes.unread());
		ExtensionObject.Binary options = (ExtensionObject.Binary) value(nodes, id("urn:near", 6));
		assertEquals(id("urn:near", 2), options.getEncodingOrTypeId());
		assertArrayEquals(new byte[] {2, 0, 0, 0, 5, 0, 0, 0, 9, 0, 0, 0}, options.getBody().bytes());
		ExtensionObject.Binary either = (ExtensionObject.Binary) value(nodes, id("urn:near", 7));
		assertArrayEquals(new byte[] {2, 0, 0, 0, 1}, either.getBody().bytes());
	}

	@Test
	void reportsWhatItCannotRead() throws IOException {
		UANodeSet document = document("""
				<UAObject NodeId="ns=9;i=1" BrowseName="1:A"><References/></UAObject>
				<UAObject NodeId="ns=1;i=2" BrowseName="9:B"><References/></UAObject>
				<UAObject NodeId="ns=1;i=3" BrowseName="1:C"><References>
				  <Reference ReferenceType="i=47" IsForward="false">ns=1;i=99</Reference></References></UAObject>
				<UAVariable NodeId="ns=1;i=4" BrowseName="1:D" DataType="i=6"><References/>
				  <Value><Int32 %1$s>many</Int32></Value></UAVariable>
				<UAVariable NodeId="ns=1;i=5" BrowseName="1:E" DataType="i=22"><References/><Value><ExtensionObject %1$s><TypeId>
				  <Identifier>ns=1;i=77</Identifier></TypeId><Body><X/></Body></ExtensionObject></Value></UAVariable>
				<UAObject NodeId="ns=1;i=3" BrowseName="1:C"><References/></UAObject>
				<UAObject NodeId="i=85" BrowseName="Objects"><References/></UAObject>
				""".formatted(XSD));
		LoadedNodes nodes = NodeSetLoader.load(server, List.of(document));
		List<String> reported = nodes.unread().stream().map(Unread::node).sorted().toList();
		assertEquals(List.of("i=85", "ns=1;i=2", "ns=1;i=3", "ns=1;i=3", "ns=1;i=4", "ns=1;i=5", "ns=9;i=1"), reported);
		assertEquals(3, nodes.size());
	}
}
