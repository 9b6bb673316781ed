package io.twinwright.tests.opcua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.generators.opcua.NodeSetFile;
import io.twinwright.generators.opcua.check.Damage;
import io.twinwright.generators.opcua.check.Damage.Kind;
import io.twinwright.generators.opcua.check.NodeSetCheck;
import io.twinwright.nodeset.NodeSets;
import io.twinwright.nodeset.xml.UANodeSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Sound documents with one damage each: the check finds it, and says so of the right node. */
class NodeSetCheckTest {
	private static final String TWIN = """
			namespace a
			enum Mode { off on }
			abstract type Base { }
			type Pump extends Base { sensor flow : [l/min] range 0..220 state mode : Mode property many : integer = 3 }
			asset P : Pump
			asset Q : Pump
			""";

	/** @return the damages after a change of the text of one document */
	private static List<Damage> damages(String model, UnaryOperator<String> change) throws IOException {
		List<NodeSetFile> files = new ArrayList<>();
		for (NodeSetFile file : Twins.map(Twins.parse(TWIN))) {
			if (!file.model().equals(model)) {
				files.add(file);
				continue;
			}
			String text = new String(Twins.write(List.of(file)).get(file.path()), StandardCharsets.UTF_8);
			String changed = change.apply(text);
			assertTrue(!changed.equals(text), "The change changed nothing.");
			UANodeSet nodeSet = NodeSets.read(new ByteArrayInputStream(changed.getBytes(StandardCharsets.UTF_8)));
			files.add(new NodeSetFile(file.path(), nodeSet));
		}
		return NodeSetCheck.check(files, Twins.shipped());
	}

	private static void finds(Kind kind, String node, UnaryOperator<String> change) throws IOException {
		List<Damage> damages = damages("urn:twin:a:P", change);
		assertTrue(damages.stream().anyMatch(damage -> damage.kind() == kind && damage.node().endsWith(node)),
				kind + " at " + node + " is not in " + damages);
	}

	/** Replaces one piece of a text. */
	private static UnaryOperator<String> swap(String from, String to) {
		return text -> {
			int at = text.indexOf(from);
			return at < 0 ? text : text.substring(0, at) + to + text.substring(at + from.length());
		};
	}

	/** Replaces one piece of the text of a node. */
	private static UnaryOperator<String> swapIn(String node, String from, String to) {
		return text -> {
			int start = text.indexOf("NodeId=\"" + node + "\" ");
			int at = text.indexOf(from, start);
			return at < 0 ? text : text.substring(0, at) + to + text.substring(at + from.length());
		};
	}

	@Test
	void findsNothingInSoundDocuments() {
		assertEquals(List.of(), NodeSetCheck.check(Twins.map(Twins.parse(TWIN)), Twins.shipped()));
	}

	@Test
	void findsDanglingReferences() throws IOException {
		finds(Kind.DANGLING_REFERENCE, "s=P.flow", swapIn("ns=2;s=P.flow", "\"HasComponent\" IsForward=\"false\">ns=2;s=P<",
				"\"HasComponent\" IsForward=\"false\">ns=2;s=Gone<"));
	}

	@Test
	void findsDanglingTypeDefinitions() throws IOException {
		finds(Kind.DANGLING_REFERENCE, "s=P", swap("s=Pump</Reference>", "s=Lump</Reference>"));
	}

	@Test
	void findsMissingTypeDefinitions() throws IOException {
		finds(Kind.NO_TYPE_DEFINITION, "s=P.flow", swapIn("ns=2;s=P.flow",
				"<Reference ReferenceType=\"HasTypeDefinition\">i=17570</Reference>", ""));
	}

	@Test
	void findsTypeDefinitionsOfAnotherNodeClass() throws IOException {
		finds(Kind.WRONG_TYPE_DEFINITION, "s=P.flow", swapIn("ns=2;s=P.flow", ">i=17570<", ">i=58<"));
	}

	@Test
	void findsInstancesOfAbstractTypes() throws IOException {
		finds(Kind.ABSTRACT_TYPE, "s=P", swap("s=Pump</Reference>", "s=Base</Reference>"));
	}

	@Test
	void findsUnknownReferenceTypes() throws IOException {
		finds(Kind.UNKNOWN_REFERENCE_TYPE, "s=P.flow",
				swapIn("ns=2;s=P.flow", "ReferenceType=\"HasComponent\"", "ReferenceType=\"i=85\""));
	}

	@Test
	void findsUnknownDataTypes() throws IOException {
		finds(Kind.UNKNOWN_DATA_TYPE, "s=P.flow", swap("<UAVariable DataType=\"Double\"", "<UAVariable DataType=\"i=85\""));
	}

	@Test
	void findsDuplicateNodesAcrossDocuments() throws IOException {
		finds(Kind.DUPLICATE_NODE, "s=Q", text -> text.replace("\"ns=2;s=P\"", "\"ns=2;s=Q\"").replace(">ns=2;s=P<", ">ns=2;s=Q<"));
	}

	@Test
	void findsSiblingsOfOneName() throws IOException {
		finds(Kind.NAME_CLASH, "s=P", swapIn("ns=2;s=P.mode", ":mode\"", ":flow\""));
	}

	@Test
	void findsNodesWithoutAParent() throws IOException {
		finds(Kind.NO_PARENT, "s=P.flow", swapIn("ns=2;s=P.flow",
				"<Reference ReferenceType=\"HasComponent\" IsForward=\"false\">ns=2;s=P</Reference>", ""));
	}

	@Test
	void findsMissingMandatoryMembers() throws IOException {
		finds(Kind.MISSING_MEMBER, "s=P", swapIn("ns=2;s=P.mode", ":mode\"", ":other\""));
	}

	@Test
	void findsMissingMandatoryMembersOfVariables() throws IOException {
		finds(Kind.MISSING_MEMBER, "s=P.flow", swapIn("ns=2;s=P.flow/EURange", "BrowseName=\"EURange\"", "BrowseName=\"Range\""));
	}

	@Test
	void findsValuesOfAnotherType() throws IOException {
		finds(Kind.WRONG_VALUE, "s=P.many", text -> text.replaceAll("<Int32 ([^>]*)>3</Int32>", "<String $1>3</String>"));
	}

	@Test
	void findsValuesThatAreNoNumber() throws IOException {
		finds(Kind.WRONG_VALUE, "s=P.many", text -> text.replaceAll("<Int32 ([^>]*)>3</Int32>", "<Int32 $1>99999999999</Int32>"));
	}

	@Test
	void findsArraysWhereOneValueIsDeclared() throws IOException {
		finds(Kind.WRONG_VALUE, "s=P.many",
				text -> text.replaceAll("<Int32 ([^>]*)>3</Int32>", "<ListOfInt32 $1><Int32>3</Int32></ListOfInt32>"));
	}

	@Test
	void findsStructuresOfAnotherType() throws IOException {
		finds(Kind.WRONG_VALUE, "s=P.flow/EURange", swap("<Identifier>i=885</Identifier>", "<Identifier>i=888</Identifier>"));
	}

	@Test
	void findsStatesThatAnEnumerationHasNot() throws IOException {
		finds(Kind.WRONG_VALUE, "s=P.mode", text -> text.replaceAll("(NodeId=\"ns=2;s=P.mode\"(?s:.*?)</References>)",
				"$1<Value><Int32 xmlns=\"http://opcfoundation.org/UA/2008/02/Types.xsd\">7</Int32></Value>"));
	}

	@Test
	void findsNumbersOfNoNamespace() throws IOException {
		finds(Kind.UNKNOWN_NAMESPACE, "s=P.flow", swap("NodeId=\"ns=2;s=P.flow\"", "NodeId=\"ns=99;s=P.flow\""));
	}

	@Test
	void findsModelsThatAreUsedAndNotRequired() throws IOException {
		List<Damage> damages = damages("urn:twin:a:P",
				text -> text.replaceAll("<RequiredModel ModelUri=\"urn:twin:a\"[^>]*/>", ""));
		assertTrue(damages.stream().anyMatch(damage -> damage.kind() == Kind.MISSING_MODEL), damages.toString());
	}

	@Test
	void findsModelsThatAreRequiredAndNotThere() throws IOException {
		List<Damage> damages = damages("urn:twin:a:P", swap("ModelUri=\"urn:twin:a\"", "ModelUri=\"urn:twin:gone\""));
		assertTrue(damages.stream().anyMatch(damage -> damage.kind() == Kind.MISSING_MODEL
				&& damage.message().contains("urn:twin:gone")), damages.toString());
	}

	@Test
	void findsModelsThatRequireEachOther() throws IOException {
		List<Damage> damages = damages("urn:twin:a", text -> text.replaceAll("<RequiredModel ModelUri=\"http://opcfoundation.org/UA/\"",
				"<RequiredModel ModelUri=\"urn:twin:a:P\" Version=\"1.0.0\"/>$0"));
		assertTrue(damages.stream().anyMatch(damage -> damage.kind() == Kind.MODEL_CIRCLE), damages.toString());
	}
}
