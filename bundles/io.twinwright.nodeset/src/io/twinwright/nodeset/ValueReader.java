package io.twinwright.nodeset;

import io.twinwright.nodeset.xml.UANode;
import io.twinwright.nodeset.xml.UANodeSet;
import io.twinwright.nodeset.xml.UAVariable;
import io.twinwright.nodeset.xml.UAVariableType;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Keeps the values of variables, any XML, from JAXB, which would look for an XML parser and make one for each of them, and gives
 * them to the nodes afterwards.
 */
final class ValueReader extends StreamReaderDelegate {
	private static final String NAMESPACE = "http://opcfoundation.org/UA/2011/03/UANodeSet.xsd";
	private static final String NAMESPACES = "http://www.w3.org/2000/xmlns/";
	/** Values stand in a node, and that in the root. */
	private static final int DEPTH = 3;

	private final Document document;
	/** By the place of their variable or type of variable among all of these. */
	private final Map<Integer, Element> values = new HashMap<>();
	private int variable = -1;
	private boolean inVariable;
	private int depth;

	ValueReader(XMLStreamReader reader) {
		super(reader);
		try {
			document = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
		} catch (ParserConfigurationException e) {
			throw new IllegalStateException("The Java runtime has no XML documents.", e);
		}
	}

	/** Gives the values to the nodes of the document that was read through this. */
	void giveTo(UANodeSet nodeSet) {
		int place = 0;
		for (UANode node : nodeSet.getNodes()) {
			switch (node) {
				case UAVariable read -> {
					if (values.containsKey(place)) {
						read.getValue().setAny(values.get(place));
					}
					place++;
				}
				case UAVariableType read -> {
					if (values.containsKey(place)) {
						read.getValue().setAny(values.get(place));
					}
					place++;
				}
				default -> {
				}
			}
		}
	}

	@Override
	public int next() throws XMLStreamException {
		if (depth == DEPTH && inVariable && getEventType() == START_ELEMENT && is("Value")) {
			return value();
		}
		int event = super.next();
		if (event == START_ELEMENT) {
			depth++;
			if (depth == DEPTH - 1) {
				inVariable = is("UAVariable") || is("UAVariableType");
				variable += inVariable ? 1 : 0;
			}
		} else if (event == END_ELEMENT) {
			depth--;
		}
		return event;
	}

	private boolean is(String name) {
		return name.equals(getLocalName()) && NAMESPACE.equals(getNamespaceURI());
	}

	/** Reads to the end of a value. */
	private int value() throws XMLStreamException {
		Node parent = document.createDocumentFragment();
		int event = super.next();
		for (int below = 0; event != END_ELEMENT || below > 0; event = super.next()) {
			switch (event) {
				case START_ELEMENT -> {
					parent = parent.appendChild(element());
					below++;
				}
				case END_ELEMENT -> {
					below--;
					if (below == 0) {
						values.put(variable, (Element) parent);
					}
					parent = parent.getParentNode();
				}
				case CHARACTERS, CDATA, SPACE -> {
					if (below > 0) {
						parent.appendChild(document.createTextNode(getText()));
					}
				}
				default -> {
				}
			}
		}
		depth--;
		return event;
	}

	private Element element() {
		Element element = document.createElementNS(getNamespaceURI(), name(getPrefix(), getLocalName()));
		for (int i = 0; i < getNamespaceCount(); i++) {
			String prefix = getNamespacePrefix(i);
			element.setAttributeNS(NAMESPACES, prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, getNamespaceURI(i) == null ? "" : getNamespaceURI(i));
		}
		for (int i = 0; i < getAttributeCount(); i++) {
			element.setAttributeNS(getAttributeNamespace(i), name(getAttributePrefix(i), getAttributeLocalName(i)), getAttributeValue(i));
		}
		return element;
	}

	private static String name(String prefix, String local) {
		return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
	}
}
