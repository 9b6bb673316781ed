package io.twinwright.generators.mtp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** The libraries of the classes that a package refers to, so that it stands alone. */
final class Libraries {
	private static final List<String> ORDER = List.of("InterfaceClass", "RoleClass", "SystemUnitClass", "AttributeType");

	private final Caex caex;

	Libraries(Caex caex) {
		this.caex = caex;
	}

	void add(Element root) {
		for (String tag : ORDER) {
			Map<String, Element> made = new HashMap<>();
			caex.edition().classes().all().stream().filter(entry -> entry.tag().equals(tag)).forEach(entry -> {
				Element around = made.get(entry.around());
				if (around == null) {
					around = caex.named(root, tag + "Lib", entry.library());
					caex.text(around, "Version", "1.0.0");
					made.put(entry.library(), around);
				}
				made.put(entry.path(), add(around, entry));
			});
		}
	}

	private Element add(Element around, ClassTable.Entry entry) {
		Element added = caex.named(around, entry.tag(), entry.name());
		if (entry.tag().equals("AttributeType")) {
			added.setAttribute("AttributeDataType", "xs:string");
		}
		if (!entry.base().isEmpty()) {
			added.setAttribute(entry.tag().equals("AttributeType") ? "RefAttributeType" : "RefBaseClassPath", entry.base());
		}
		entry.variables().forEach(variable -> caex.attribute(added, variable.name(), variable.dataType(), variable.type(), "", ""));
		return added;
	}
}
