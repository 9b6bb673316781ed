package io.twinwright.importers.tags;

import io.twinwright.importers.ImportFailure;
import io.twinwright.importers.input.Archive;
import io.twinwright.importers.input.Limits;
import io.twinwright.importers.input.SafeXml;
import io.twinwright.importers.input.Source;
import io.twinwright.importers.input.TooLargeException;
import io.twinwright.importers.tags.Table.Row;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the cells of a workbook (ECMA-376, SpreadsheetML): values only, of formulas the last ones that were computed. It
 * reads through {@link Archive} and {@link SafeXml}, whose limits a library with its own ZIP and XML would not know.
 */
final class Workbook {
	private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
	private static final String STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships";

	private final Archive archive;
	private final Limits limits;
	private final List<String> strings = new ArrayList<>();
	private int rows;

	private Workbook(Archive archive, Limits limits) {
		this.archive = archive;
		this.limits = limits;
	}

	/** What is done at the start of an element. */
	private interface Visitor {
		void visit(XMLStreamReader xml) throws XMLStreamException, ImportFailure;
	}

	/** @return the sheets that have cells, in the order of the workbook */
	static List<Table> read(Source source) throws ImportFailure, IOException {
		try (Archive archive = Archive.open(source)) {
			return new Workbook(archive, source.limits()).tables();
		}
	}

	private List<Table> tables() throws ImportFailure, IOException {
		String book = archive.find("xl/workbook.xml")
				.orElseThrow(() -> new ImportFailure("The file is no workbook: it has no 'xl/workbook.xml'. Save it as XLSX."));
		Map<String, String> targets = new HashMap<>();
		Map<String, String> sheets = new LinkedHashMap<>();
		visit("xl/_rels/workbook.xml.rels", xml -> {
			if (xml.getLocalName().equals("Relationship")) {
				targets.put(attribute(xml, "Id"), attribute(xml, "Target"));
			}
		});
		visit(book, xml -> {
			if (xml.getLocalName().equals("sheet")) {
				String id = xml.getAttributeValue(RELATIONS, "id");
				sheets.put(attribute(xml, "name"), id != null ? id : String.valueOf(xml.getAttributeValue(STRICT_RELATIONS, "id")));
			}
		});
		readStrings();
		List<Table> tables = new ArrayList<>();
		for (Map.Entry<String, String> sheet : sheets.entrySet()) {
			String target = targets.getOrDefault(sheet.getValue(), "");
			List<Row> cells = sheet(target.startsWith("/") ? target : "xl/" + target);
			if (!cells.isEmpty()) {
				tables.add(new Table(sheet.getKey(), cells, false));
			}
		}
		return tables;
	}

	private static String attribute(XMLStreamReader xml, String name) {
		String value = xml.getAttributeValue(null, name);
		return value == null ? "" : value;
	}

	private void visit(String entry, Visitor visitor) throws ImportFailure, IOException {
		String name = archive.find(entry).orElse(null);
		if (name == null) {
			return;
		}
		try (InputStream stream = archive.stream(name)) {
			XMLStreamReader xml = SafeXml.reader(stream, limits);
			while (xml.hasNext()) {
				if (xml.next() == XMLStreamConstants.START_ELEMENT) {
					visitor.visit(xml);
				}
			}
		} catch (XMLStreamException e) {
			throw SafeXml.failure(e);
		} catch (TooLargeException e) {
			throw e.failure();
		}
	}

	private void readStrings() throws ImportFailure, IOException {
		visit("xl/sharedStrings.xml", xml -> {
			if (xml.getLocalName().equals("si")) {
				if (strings.size() >= limits.elements()) {
					throw new ImportFailure("The workbook has more than %d texts. Divide it.".formatted(limits.elements()));
				}
				strings.add(text(xml, "si"));
			}
		});
	}

	/** @return the runs of a text up to the end of an element, without phonetic hints */
	private static String text(XMLStreamReader xml, String element) throws XMLStreamException {
		StringBuilder text = new StringBuilder();
		int phonetic = 0;
		for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals(element); event = xml.next()) {
			if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
				phonetic += xml.getLocalName().equals("rPh") ? event == XMLStreamConstants.START_ELEMENT ? 1 : -1 : 0;
			} else if (phonetic == 0 && xml.hasText()) {
				text.append(xml.getText());
			}
		}
		return text.toString();
	}

	private List<Row> sheet(String entry) throws ImportFailure, IOException {
		List<Row> sheet = new ArrayList<>();
		visit(entry, xml -> {
			if (xml.getLocalName().equals("row")) {
				if (++rows > limits.elements()) {
					throw new ImportFailure("The list has more than %d rows. Divide it.".formatted(limits.elements()));
				}
				String number = attribute(xml, "r");
				sheet.add(new Row(number.matches("\\d{1,7}") ? Integer.parseInt(number) : sheet.size() + 1, new ArrayList<>()));
			} else if (xml.getLocalName().equals("c") && !sheet.isEmpty()) {
				cell(xml, sheet.getLast().cells());
			}
		});
		sheet.removeIf(row -> row.cells().stream().allMatch(String::isEmpty));
		return sheet;
	}

	private void cell(XMLStreamReader xml, List<String> cells) throws XMLStreamException {
		String place = attribute(xml, "r");
		String type = attribute(xml, "t");
		int column = place.isEmpty() ? cells.size() : column(place);
		String value = "";
		for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals("c"); event = xml.next()) {
			if (event == XMLStreamConstants.START_ELEMENT && (xml.getLocalName().equals("v") || xml.getLocalName().equals("is"))) {
				value = text(xml, xml.getLocalName());
			}
		}
		if (column < Table.MOST_COLUMNS) {
			while (cells.size() <= column) {
				cells.add("");
			}
			cells.set(column, value(type, value.strip()));
		}
	}

	/** @return the number of a column from 0, by the letters of a place such as "AB12" */
	private static int column(String place) {
		int column = 0;
		for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)) && column < Table.MOST_COLUMNS; i++) {
			column = column * 26 + Character.toUpperCase(place.charAt(i)) - 'A' + 1;
		}
		return Math.max(0, column - 1);
	}

	private String value(String type, String value) {
		return switch (type) {
			case "s" -> value.matches("\\d{1,9}") && Integer.parseInt(value) < strings.size() ? strings.get(Integer.parseInt(value)).strip() : "";
			case "b" -> value.equals("1") ? "true" : "false";
			case "e" -> "";
			case "", "n" -> number(value);
			default -> value;
		};
	}

	/** @return the shortest text of the number that a workbook has in 17 digits */
	private static String number(String value) {
		try {
			double number = Double.parseDouble(value);
			return Double.isFinite(number) ? new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString() : "";
		} catch (NumberFormatException e) {
			return value;
		}
	}
}
