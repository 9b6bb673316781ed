package io.twinwright.tests.importers.opcua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Equipment that another server has of ISA-95 (OPC 10030) becomes sites and assets of the levels of the library. */
class EquipmentLevelsTest {
	@TempDir
	private Path folder;

	/** @param nodes lines of an indentation for each level, a name and its number, -1 for none */
	private Imported imported(String... nodes) throws Exception {
		StringBuilder text = new StringBuilder("""
				<UANodeSet xmlns="http://opcfoundation.org/UA/2011/03/UANodeSet.xsd">
				<NamespaceUris><Uri>urn:mes</Uri><Uri>http://www.OPCFoundation.org/UA/2013/01/ISA95</Uri></NamespaceUris>
				<Models><Model ModelUri="urn:mes"><RequiredModel ModelUri="http://www.OPCFoundation.org/UA/2013/01/ISA95"/></Model></Models>
				""");
		String[] parents = new String[nodes.length + 1];
		for (String node : nodes) {
			int depth = (int) node.chars().takeWhile(letter -> letter == ' ').count();
			String[] words = node.strip().split(" ");
			parents[depth] = words[0];
			String around = depth == 0 ? "i=85" : "ns=1;s=" + parents[depth - 1];
			text.append(("<UAObject NodeId=\"ns=1;s=%s\" BrowseName=\"1:%s\"><References><Reference ReferenceType=\"%s\" IsForward=\"false\">%s</Reference>"
					+ "<Reference ReferenceType=\"i=40\">ns=2;i=5040</Reference></References></UAObject>\n").formatted(words[0], words[0], depth == 0 ? "i=35" : "ns=2;i=5115", around));
			if (!words[1].equals("-1")) {
				text.append(("<UAVariable NodeId=\"ns=1;s=%s.l\" BrowseName=\"2:EquipmentLevel\" DataType=\"ns=2;i=4871\"><References><Reference ReferenceType=\"ns=2;i=4713\" "
						+ "IsForward=\"false\">ns=1;s=%s</Reference><Reference ReferenceType=\"i=40\">i=68</Reference></References><Value><Int32 "
						+ "xmlns=\"http://opcfoundation.org/UA/2008/02/Types.xsd\">%s</Int32></Value></UAVariable>\n").formatted(words[0], words[0], words[1]));
			}
			if (words.length > 2) {
				text.append(("<UAVariable NodeId=\"ns=1;s=%s.v\" BrowseName=\"1:%s\" DataType=\"i=11\"><References><Reference ReferenceType=\"i=47\" IsForward=\"false\">ns=1;s=%s"
						+ "</Reference><Reference ReferenceType=\"i=40\">i=63</Reference></References></UAVariable>\n").formatted(words[0], words[2], words[0]));
			}
		}
		Path file = Files.writeString(folder.resolve("mes.NodeSet2.xml"), text.append("</UANodeSet>\n"));
		Imported imported = Imported.files(folder, List.of(file));
		assertEquals(List.of(), imported.errors(), imported.text());
		return imported;
	}

	@Test
	void becomeSitesAndTypesOfTheLibrary() throws Exception {
		String text = imported("Pohang 1", " Hall 2", "  Cell 3 load", "  Store 8").text();
		assertTrue(text.contains("\nsite Pohang\n"), text);
		assertTrue(text.contains("\nasset Hall : Area at Pohang {\n  part Cell  : ProcessCell uses Hall_Cell\n  part Store : StorageZone uses Hall_Store\n}\n"), text);
		assertTrue(text.contains("\nasset Hall_Cell : ProcessCell {\n  sensor load : real\n}\n"), text);
		assertTrue(text.lines().noneMatch(line -> line.contains("EquipmentLevel")), text);
	}

	@Test
	void saysWhatASiteCannotHave() throws Exception {
		Imported imported = imported("Acme 0", " Pohang 1 power", "  L1 5");
		assertEquals(List.of("'Acme' is left out: a text has sites, and no equipment around them.", "Pohang: A site has no signals. Left out are 'power'.",
				"server: The file does not say where the server is. Write its URL here."), imported.remarks());
		assertTrue(imported.text().contains("\nasset L1 : Line at Pohang\n"), imported.text());
	}

	@Test
	void areOfTheirNodeTypesWhereTheLibraryHasNoPieceOfTheLevel() throws Exception {
		for (String level : List.of("10", "14", "-1")) {
			String text = imported("Hall " + level + " load").text();
			assertTrue(text.contains("\nasset Hall : EquipmentType {\n"), text);
		}
		assertTrue(imported("Corp 0", " Hall 2").text().contains("\nasset Corp : Enterprise {\n  part Hall : Area uses Corp_Hall\n}\n"));
	}
}
