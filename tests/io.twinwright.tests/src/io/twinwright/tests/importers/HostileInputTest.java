package io.twinwright.tests.importers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.importers.ImportFailure;
import io.twinwright.importers.Imported;
import io.twinwright.importers.input.Archive;
import io.twinwright.importers.input.Limits;
import io.twinwright.importers.input.SafeJson;
import io.twinwright.importers.input.SafeXml;
import io.twinwright.importers.input.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that want more of this machine than they say, or something else of it. */
class HostileInputTest {
	private static final String BOOK = "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
			+ "<sheet name=\"Tags\" r:id=\"r1\"/></sheets></workbook>";
	private static final String RELATIONS = "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>";

	@TempDir
	private Path folder;

	private interface Content {
		void write(ZipOutputStream zip) throws IOException;
	}

	private Path zip(String name, Content content) {
		Path file = folder.resolve(name);
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
			content.write(zip);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return file;
	}

	private static void add(ZipOutputStream zip, String name, String text) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(text.getBytes(StandardCharsets.UTF_8));
		zip.closeEntry();
	}

	private Path workbook(String sheet) {
		return zip("a.xlsx", zip -> {
			add(zip, "xl/workbook.xml", BOOK);
			add(zip, "xl/_rels/workbook.xml.rels", RELATIONS);
			add(zip, "xl/worksheets/sheet1.xml", sheet);
		});
	}

	@Test
	void aWorkbookThatGrowsIsRefused() {
		Path bomb = zip("a.xlsx", zip -> {
			add(zip, "xl/workbook.xml", BOOK);
			add(zip, "xl/_rels/workbook.xml.rels", RELATIONS);
			zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
			zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
			byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
			for (int i = 0; i < 64; i++) {
				zip.write(spaces);
			}
			zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
		});
		assertTrue(Imports.refusal(Limits.USUAL, bomb).contains("'xl/worksheets/sheet1.xml' in the archive is more than 200 times larger unpacked"));
		Limits small = new Limits(1 << 20, 1 << 21, 5000, 100, 10, 100);
		assertTrue(Imports.refusal(small, bomb).contains("The archive has more than 2 MB unpacked"));
	}

	@Test
	void aWorkbookWithEntitiesIsRefused() {
		StringBuilder laughs = new StringBuilder("<!DOCTYPE w [<!ENTITY a0 \"ha\">");
		for (int i = 1; i < 30; i++) {
			laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
		}
		String refusal = Imports.refusal(Limits.USUAL, workbook(laughs + "]><worksheet><sheetData><row><c t=\"str\"><v>&a29;</v></c></row></sheetData></worksheet>"));
		assertTrue(refusal.contains("document type or entities, which are not read"), refusal);
	}

	@Test
	void noFileOfTheMachineIsRead() throws IOException {
		Path secret = Files.writeString(folder.resolve("secret.txt"), "tag name,type");
		String refusal = Imports.refusal(Limits.USUAL, workbook("<!DOCTYPE w [<!ENTITY x SYSTEM \"%s\">]><worksheet><sheetData><row><c t=\"str\"><v>&x;</v></c></row></sheetData></worksheet>"
				.formatted(secret.toUri())));
		assertTrue(refusal.contains("document type or entities"), refusal);
	}

	@Test
	void aWorkbookWithFarCellsTakesNoMemory() {
		StringBuilder sheet = new StringBuilder("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>name</v></c></row>");
		for (int i = 2; i < 2000; i++) {
			sheet.append("<row r=\"%1$d\"><c r=\"XFD%1$d\"><v>1</v></c><c r=\"A%1$d\" t=\"str\"><v>tag%1$d</v></c></row>".formatted(i));
		}
		assertEquals(1998, Imports.read(workbook(sheet + "</sheetData></worksheet>")).files().getFirst().counts().get("tag"));
	}

	/** What has no end of one kind of characters would keep a careless reader busy for hours. */
	@ParameterizedTest
	@ValueSource(strings = { "1", " ", "[", "a ", "0.", "1 -", "\"\"", "/", "{?" })
	void longCellsTakeNoTime(String part) {
		String cell = "x" + part.repeat(100_000) + "x";
		String list = "Name,Type,Unit,Min,Max,Range,Scan Rate,Node,Description,Access,Server,Label\n%1$s,%1$s,%1$s,%1$s,%1$s,%1$s,%1$s,%1$s,%1$s,%1$s,%1$s,%1$s\n".formatted(cell)
				+ "A.b,%1$s,%1$s,%1$s,%1$s,%1$s,%1$s,%1$s,%1$s,%1$s,,%1$s\nA.c\n".formatted(cell) + "%1$s,%1$s\n".formatted(cell);
		Imported imported = Imports.read(Imports.file(folder, "a.csv", list));
		assertEquals(2, imported.files().getFirst().counts().get("tag"));
		assertTrue(imported.written().remarks().stream().allMatch(remark -> remark.sentence().length() <= 1000));
	}

	@ParameterizedTest
	@ValueSource(strings = { "../../etc/passwd", "..\\..\\windows\\system.ini", "/etc/passwd", "C:\\windows\\system.ini", "a/../../b" })
	void anEntryThatLeadsOutIsRefused(String name) {
		Path archive = zip("a.xlsx", zip -> add(zip, name, "x"));
		assertTrue(Imports.refusal(Limits.USUAL, archive).contains("has an entry named '%s', which leads out of it".formatted(name)));
	}

	@Test
	void namesWithBackslashesAreFound() throws IOException, ImportFailure {
		Path file = zip("a.zip", zip -> add(zip, "folder\\Manifest.aml", "x"));
		try (Archive archive = Archive.open(new Source(file))) {
			assertEquals(Set.of("folder/Manifest.aml"), archive.names());
			assertEquals("x", new String(archive.read("folder/Manifest.aml"), StandardCharsets.UTF_8));
			assertEquals("folder/Manifest.aml", archive.find("/Folder\\manifest.AML").orElseThrow());
		}
	}

	@Test
	void archivesInArchivesAreBounded() throws IOException, ImportFailure {
		byte[] packed = "end".getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < 6; i++) {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
				zip.putNextEntry(new ZipEntry("inner"));
				zip.write(packed);
			}
			packed = bytes.toByteArray();
		}
		Path file = Files.write(folder.resolve("a.zip"), packed);
		try (Archive one = Archive.open(new Source(file)); Archive two = one.inner("inner"); Archive three = two.inner("inner"); Archive four = three.inner("inner")) {
			assertEquals("Archives are nested too deeply.", assertThrows(ImportFailure.class, () -> four.inner("inner")).getMessage());
		}
	}

	@Test
	void archivesWithManyEntriesAreRefused() {
		Path file = zip("a.xlsx", zip -> {
			for (int i = 0; i < 200; i++) {
				add(zip, "e" + i, "");
			}
		});
		assertTrue(Imports.refusal(new Limits(1 << 20, 1 << 20, 10, 100, 10, 100), file).contains("more than 100 entries"));
	}

	@Test
	void deepJsonIsRefused() {
		String deep = "[".repeat(200_000);
		assertEquals("The JSON is nested more than 200 deep.", assertThrows(ImportFailure.class, () -> SafeJson.read(deep, Limits.USUAL)).getMessage());
	}

	@Test
	void deepXmlIsRefused() throws XMLStreamException {
		String deep = "<a>".repeat(100_000);
		XMLStreamReader reader = SafeXml.reader(new ByteArrayInputStream(deep.getBytes(StandardCharsets.UTF_8)), Limits.USUAL);
		XMLStreamException refused = assertThrows(XMLStreamException.class, () -> {
			while (reader.hasNext()) {
				reader.next();
			}
		});
		assertEquals("The XML is nested more than 200 deep.", SafeXml.failure(refused).getMessage());
		assertEquals("The XML is nested more than 200 deep.", assertThrows(ImportFailure.class,
				() -> SafeXml.document(new ByteArrayInputStream(deep.getBytes(StandardCharsets.UTF_8)), Limits.USUAL)).getMessage());
	}

	@Test
	void documentsAreReadWithTheirNamespaces() throws ImportFailure {
		var document = SafeXml.document(new ByteArrayInputStream("<a xmlns='urn:x' b='1'><c>text</c></a>".getBytes(StandardCharsets.UTF_8)), Limits.USUAL);
		assertEquals("urn:x", document.getDocumentElement().getNamespaceURI());
		assertEquals("text", document.getElementsByTagNameNS("urn:x", "c").item(0).getTextContent());
		assertFalse(document.getDocumentElement().getAttribute("b").isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "PK", "no archive at all", "<html/>" })
	void brokenWorkbooksAreRefused(String bytes) {
		assertTrue(Imports.refusal(Limits.USUAL, Imports.file(folder, "a.xlsx", bytes)).endsWith("The file is no ZIP archive, or a broken one."));
	}

	@Test
	void brokenXmlIsRefusedWithItsPlace() {
		assertTrue(Imports.refusal(Limits.USUAL, workbook("<worksheet><sheetData><row>")).contains("no well-formed XML: line 1, column"));
		assertTrue(Imports.refusal(Limits.USUAL, workbook("<worksheet/>")).contains("no tag list"));
	}
}
