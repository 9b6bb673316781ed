package io.twinwright.tests.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.nodeset.NodeSets;
import io.twinwright.nodeset.xml.UANodeSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeSetsTest {
	private static final String EMPTY = "<UANodeSet xmlns=\"http://opcfoundation.org/UA/2011/03/UANodeSet.xsd\">%s</UANodeSet>";

	static Set<String> shipped() {
		return NodeSets.shipped();
	}

	@ParameterizedTest
	@MethodSource("shipped")
	void keepsShippedNodeSetWhenItIsWrittenAndReadAgain(String modelUri) throws IOException {
		UANodeSet original = open(modelUri);
		byte[] written = write(original);
		UANodeSet back = NodeSets.read(new ByteArrayInputStream(written));

		assertEquals(modelUri, back.getModels().getModel().getFirst().getModelUri());
		assertEquals(original.getNodes().size(), back.getNodes().size());
		assertArrayEquals(written, write(back));
		assertEquals(List.of(), NodeSets.validate(new ByteArrayInputStream(written)));
	}

	@Test
	void writesLineFeedsOnly() throws IOException {
		String text = new String(write(open(NodeSets.MACHINERY)), StandardCharsets.UTF_8);
		assertTrue(text.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<UANodeSet "), text.substring(0, 60));
		assertTrue(text.endsWith("</UANodeSet>\n"));
		assertFalse(text.contains("\r"));
	}

	@Test
	void shipsEveryModelThatAShippedOneRequires() throws IOException {
		for (String modelUri : NodeSets.shipped()) {
			for (var model : open(modelUri).getModels().getModel()) {
				model.getRequiredModel().forEach(required -> assertTrue(NodeSets.open(required.getModelUri()).isPresent(), required.getModelUri()));
			}
		}
	}

	@Test
	void tellsLineOfNodeThatBreaksTheSchema() throws IOException {
		var findings = NodeSets.validate(document("\n<UAObject NodeId=\"i=1\"/>"));
		assertEquals(1, findings.size());
		assertTrue(findings.getFirst().startsWith("line 2: ") && findings.getFirst().contains("BrowseName"), findings.getFirst());
	}

	@Test
	void tellsLineWhereDocumentStopsBeingXml() throws IOException {
		assertEquals("line 2: ", NodeSets.validate(document("\n<UAObject")).getFirst().substring(0, 8));
	}

	@ParameterizedTest
	@ValueSource(strings = {"<other/>", "<UANodeSet/>", "{}", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><UANodeSet>&e;</UANodeSet>"})
	void refusesWhatIsNoNodeSet(String text) {
		assertThrows(IOException.class, () -> NodeSets.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
	}

	@Test
	void knowsNoOtherModels() {
		assertTrue(NodeSets.open("http://opcfoundation.org/UA/PADIM/").isEmpty());
	}

	private static ByteArrayInputStream document(String content) {
		return new ByteArrayInputStream(EMPTY.formatted(content).getBytes(StandardCharsets.UTF_8));
	}

	private static UANodeSet open(String modelUri) throws IOException {
		try (var in = NodeSets.open(modelUri).orElseThrow()) {
			return NodeSets.read(in);
		}
	}

	private static byte[] write(UANodeSet nodeSet) throws IOException {
		var out = new ByteArrayOutputStream();
		NodeSets.write(nodeSet, out);
		return out.toByteArray();
	}
}
