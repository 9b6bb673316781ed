package io.twinwright.tests.importers.opcua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.importers.ImportFailure;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.input.Limits;
import io.twinwright.importers.input.Source;
import io.twinwright.importers.opcua.NodeSetImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Node sets that cannot be read are refused with a sentence, and broken parts of others are left out. */
class RefusedNodeSetsTest {
	private static final String START = "<UANodeSet xmlns=\"http://opcfoundation.org/UA/2011/03/UANodeSet.xsd\">";
	@TempDir
	private Path folder;

	private String refusal(String text, Limits limits) throws Exception {
		Path file = Files.writeString(folder.resolve("some.NodeSet2.xml"), text);
		return assertThrows(ImportFailure.class, () -> new NodeSetImporter().read(new Source(file, List.of(), limits), new Draft())).getMessage();
	}

	@Test
	void refusesEntities() throws Exception {
		assertEquals("The XML has a document type or entities, which are not read. Remove them.", refusal(
				"<!DOCTYPE UANodeSet [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + START + "&a;</UANodeSet>", Limits.USUAL));
	}

	@Test
	void refusesXmlThatIsCutOff() throws Exception {
		String refusal = refusal(START + "<UAObject NodeId=\"i=1\"", Limits.USUAL);
		assertTrue(refusal.startsWith("The file is no well-formed XML"), refusal);
	}

	@Test
	void refusesDepth() throws Exception {
		Limits flat = new Limits(Limits.USUAL.bytes(), Limits.USUAL.unpacked(), Limits.USUAL.ratio(), Limits.USUAL.entries(), 50, Limits.USUAL.elements());
		assertEquals("The XML is nested more than 50 deep.", refusal(START + "<UAObject NodeId=\"i=1\" BrowseName=\"a\"><Extensions><Extension>"
				+ "<a>".repeat(80) + "</a>".repeat(80) + "</Extension></Extensions></UAObject></UANodeSet>", flat));
	}

	@Test
	void refusesMoreNodesThanItMayHave() throws Exception {
		Limits few = new Limits(Limits.USUAL.bytes(), Limits.USUAL.unpacked(), Limits.USUAL.ratio(), Limits.USUAL.entries(), Limits.USUAL.depth(), 100);
		assertEquals("The node sets have more than 100 nodes. Divide them.", refusal(START + "</UANodeSet>", few));
	}

	@Test
	void saysWhatHasNoWordInAText() throws Exception {
		String pump = START + """
				<NamespaceUris><Uri>urn:a</Uri></NamespaceUris><Models><Model ModelUri="urn:a"/></Models>
				<UAObject NodeId="ns=1;s=P" BrowseName="1:P"><DisplayName Locale="en">Pump</DisplayName>%s<References>
				<Reference ReferenceType="i=35" IsForward="false">i=85</Reference><Reference ReferenceType="i=40">i=58</Reference>%s</References>%s</UAObject>
				<UAVariable NodeId="ns=1;s=P.v" BrowseName="1:v" DataType="i=11"><References><Reference ReferenceType="i=47" IsForward="false">ns=1;s=P</Reference>
				<Reference ReferenceType="i=40">i=63</Reference></References></UAVariable></UANodeSet>
				""";
		assertEquals(List.of(), remarks(pump.formatted("", "", "")));
		assertEquals(List.of("References of these kinds are left out: 1 'GeneratesEvent'.",
				"The texts of 1 nodes in other languages are left out, such as those of 'P': the first language is taken.",
				"The permissions of 1 nodes are left out, such as those of 'P': who may do what is left to the server."),
				remarks(pump.formatted("<DisplayName Locale=\"de\">Pumpe</DisplayName>", "<Reference ReferenceType=\"i=41\">i=2041</Reference>",
						"<RolePermissions><RolePermission Permissions=\"1\">i=15680</RolePermission></RolePermissions>")));
	}

	private List<String> remarks(String text) throws Exception {
		Draft draft = new Draft();
		new NodeSetImporter().read(new Source(Files.writeString(folder.resolve("pump.NodeSet2.xml"), text), List.of(), Limits.USUAL), draft);
		return draft.remarks();
	}

	@Test
	void survivesCirclesAndIdsThatAreNone() throws Exception {
		Path file = Files.writeString(folder.resolve("circle.NodeSet2.xml"), START + """
				<NamespaceUris><Uri>urn:circle</Uri></NamespaceUris><Models><Model ModelUri="urn:circle"/></Models>
				<UAObjectType NodeId="ns=1;s=A" BrowseName="1:A"><References>
				<Reference ReferenceType="i=45" IsForward="false">ns=1;s=B</Reference></References></UAObjectType>
				<UAObjectType NodeId="ns=1;s=B" BrowseName="1:B"><References>
				<Reference ReferenceType="i=45" IsForward="false">ns=1;s=A</Reference></References></UAObjectType>
				<UAObject NodeId="ns=1;s=a" BrowseName="1:a"><References><Reference ReferenceType="i=40">ns=1;s=A</Reference>
				<Reference ReferenceType="i=35" IsForward="false">i=85</Reference><Reference ReferenceType="i=47">ns=1;s=b</Reference></References></UAObject>
				<UAObject NodeId="ns=1;s=b" BrowseName="1:b"><References><Reference ReferenceType="i=40">ns=1;s=B</Reference>
				<Reference ReferenceType="i=47">ns=1;s=a</Reference></References></UAObject>
				<UAVariable NodeId="nonsense" BrowseName="9:x" DataType="ns=7;i=1"/>
				<UAVariable NodeId="ns=1;s=v" BrowseName="9:v" DataType="Nothing"><References>
				<Reference ReferenceType="i=47" IsForward="false">ns=1;s=a</Reference></References></UAVariable></UANodeSet>
				""");
		Imported imported = Imported.files(folder, List.of(file));
		assertEquals(List.of(), imported.errors(), imported.text());
		assertTrue(imported.text().contains("asset a : A"), imported.text());
		assertTrue(imported.remarks().contains("'v' is left out: its value is no single number, text, state or time."), imported.remarks().toString());
	}
}
