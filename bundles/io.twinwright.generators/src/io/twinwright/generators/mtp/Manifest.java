package io.twinwright.generators.mtp;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.binding.EndpointUrl;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.mtp.ModuleContent.ParameterContent;
import io.twinwright.generators.mtp.ModuleContent.ProcedureContent;
import io.twinwright.generators.mtp.ModuleContent.ServiceContent;
import io.twinwright.model.Endpoint;
import java.util.LinkedHashMap;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The document of a package: the module with its communication, the services, and the classes of both. */
final class Manifest {
	/** The name of the document in its package. */
	static final String FILE = "manifest.aml";

	private static final String WRITER = "Twinwright";
	private static final String WRITER_ID = "io.twinwright.generators.mtp";
	private static final String WRITER_VERSION = "1.0.0";
	/** Nothing of a model says when it was written; CAEX demands a time. */
	private static final String WRITTEN = "1980-02-01T00:00:00Z";
	private static final String OPC_UA_ITEM = "OPCUAItem";

	private final Caex caex;
	private final Edition edition;
	private final ModuleContent module;

	private Manifest(Edition edition, ModuleContent module) {
		this.caex = new Caex(edition);
		this.edition = edition;
		this.module = module;
	}

	static Document of(Edition edition, ModuleContent module) {
		Manifest manifest = new Manifest(edition, module);
		manifest.write();
		return manifest.caex.document();
	}

	private String id(String... texts) {
		return Caex.id(module.id(), String.join("\n", texts));
	}

	private void write() {
		Element root = caex.root(FILE);
		header(root);
		Element element = caex.internal(caex.named(root, "InstanceHierarchy", "ModuleTypePackage"), module.name(), id("module"), "ModuleTypePackage",
				module.description());
		caex.literal(element, "ModuleTypePackage", "Version", module.version());
		communication(element);
		if (!module.services().isEmpty()) {
			set(element);
			Element services = caex.named(root, "InstanceHierarchy", "Services");
			services.setAttribute("ID", id("services"));
			module.services().forEach(service -> service(services, service));
		}
		caex.role(element);
		new Libraries(caex).add(root);
	}

	private void header(Element root) {
		switch (edition) {
			case OF_2022 -> {
				documents(root);
				caex.text(root, "SuperiorStandardVersion", "AutomationML 2.10");
				Element source = caex.child(root, "SourceDocumentInformation");
				source.setAttribute("OriginName", WRITER);
				source.setAttribute("OriginID", WRITER_ID);
				source.setAttribute("OriginVersion", WRITER_VERSION);
				source.setAttribute("LastWritingDateTime", WRITTEN);
				source.setAttribute("OriginProjectID", module.id());
			}
			case OF_2019 -> {
				caex.child(root, "AdditionalInformation").setAttribute("AutomationMLVersion", "2.0");
				Element writer = caex.child(caex.child(root, "AdditionalInformation"), "WriterHeader");
				caex.text(writer, "WriterName", WRITER);
				caex.text(writer, "WriterID", WRITER_ID);
				caex.text(writer, "WriterVendor", WRITER);
				caex.text(writer, "WriterVendorURL", "");
				caex.text(writer, "WriterVersion", WRITER_VERSION);
				caex.text(writer, "WriterRelease", "");
				caex.text(writer, "LastWritingDateTime", WRITTEN);
				caex.text(writer, "WriterProjectTitle", module.id());
				caex.text(writer, "WriterProjectID", module.id());
				documents(root);
			}
		}
	}

	private void documents(Element root) {
		Element information = caex.child(root, "AdditionalInformation");
		information.setAttribute("DocumentVersions", "Recommendations");
		for (String identifier : edition.documents()) {
			Element document = caex.child(information, "Document");
			document.setAttribute("DocumentIdentifier", identifier);
			document.setAttribute("Version", edition.version(identifier));
		}
	}

	private void communication(Element around) {
		Element set = caex.internal(around, "Communication", id("communication"), "CommunicationSet", "");
		Element instances = caex.internal(set, "Instances", id("instances"), "InstanceList", "");
		module.objects().forEach(object -> object(instances, object));
		caex.role(instances);
		Element sources = caex.internal(set, "Sources", id("sources"), "SourceList", "");
		servers(sources);
		caex.role(sources);
		caex.role(set);
	}

	private void object(Element instances, DataObject object) {
		Element element = caex.internal(instances, object.name(), id("object", object.name()), object.className(), "");
		caex.literal(element, object.className(), "RefID", reference(object));
		caex.literal(element, object.className(), "TagName", object.tag());
		caex.literal(element, object.className(), "TagDescription", object.description());
		for (ClassTable.Variable variable : edition.classes().variables(edition.classes().named(object.className()))) {
			if (object.items().containsKey(variable.name())) {
				caex.link(element, variable.name(), object.initial().getOrDefault(variable.name(), ""), item(object, variable.name()));
			} else if (object.literals().containsKey(variable.name())) {
				caex.literal(element, object.className(), variable.name(), object.literals().get(variable.name()));
			}
		}
		caex.role(element);
	}

	/** @return the id by which the aspects know what an object is */
	private String reference(DataObject object) {
		return id("reference", object.name());
	}

	private String item(DataObject object, String variable) {
		return id("item", object.name(), variable);
	}

	private void servers(Element sources) {
		Map<Endpoint, Element> servers = new LinkedHashMap<>();
		for (DataObject object : module.objects()) {
			object.items().forEach((variable, item) -> {
				Element server = servers.computeIfAbsent(item.endpoint(), endpoint -> server(sources, endpoint));
				Element external = caex.external(server, object.name() + "." + variable, item(object, variable), OPC_UA_ITEM);
				identifier(external, item.node());
				caex.literal(external, OPC_UA_ITEM, "Namespace",
						item.node().portable() ? item.node().namespaceUri() : Integer.toString(item.node().namespaceIndex()));
				caex.literal(external, OPC_UA_ITEM, "Access", item.written() ? "3" : "1");
			});
		}
		servers.values().forEach(caex::role);
	}

	private Element server(Element sources, Endpoint endpoint) {
		Element server = caex.internal(sources, endpoint.getName(), id("server", TwinModel.qualifiedName(endpoint)), "OPCUAServer", "");
		caex.literal(server, "OPCUAServer", "Endpoint", EndpointUrl.of(Addresses.url(endpoint).orElse("")).withoutUser());
		return server;
	}

	/** The kind of an identifier is that of its data type (VDI/VDE/NAMUR 2658-1, OPCUAItem). */
	private void identifier(Element external, NodeAddress node) {
		String dataType = switch (node.kind()) {
			case NUMERIC -> "xs:integer";
			case STRING -> "xs:string";
			case GUID -> "xs:ID";
			case OPAQUE -> "xs:base64Binary";
		};
		caex.attribute(external, "Identifier", dataType, "", "", node.identifier());
	}

	/** The set of services says in which hierarchy they are. */
	private void set(Element around) {
		Element set = caex.internal(around, "Services", id("set"), "ServiceSet", "");
		Element aspect = caex.external(set, "ServiceReference", id("aspect"), edition.aspect());
		switch (edition) {
			case OF_2022 -> caex.literal(aspect, edition.aspect(), "AspectRef", id("services"));
			case OF_2019 -> caex.link(aspect, "refURI", "", id("services"));
		}
		caex.role(set);
	}

	private void service(Element services, ServiceContent service) {
		Element element = caex.internal(services, service.name(), id("service", service.name()), "Service", service.control().description());
		caex.literal(element, "Service", "RefID", reference(service.control()));
		service.parameters().forEach(parameter -> parameter(element, service.name(), parameter));
		service.procedures().forEach(procedure -> procedure(element, service, procedure));
		caex.role(element);
	}

	private void procedure(Element around, ServiceContent service, ProcedureContent procedure) {
		String className = edition.procedure();
		Element element = caex.internal(around, procedure.name(), id("procedure", service.name(), procedure.name()), className, procedure.description());
		if (procedure.health() != null) {
			caex.literal(element, className, "RefID", reference(procedure.health()));
		}
		caex.literal(element, className, "IsSelfCompleting", Boolean.toString(procedure.endsByItself()));
		switch (edition) {
			case OF_2022 -> caex.literal(element, className, "ProcedureID", Integer.toString(procedure.number()));
			case OF_2019 -> {
				caex.literal(element, className, "StrategyID", Integer.toString(procedure.number()));
				caex.literal(element, className, "IsDefault", Boolean.toString(procedure.number() == 1));
			}
		}
		procedure.parameters().forEach(parameter -> parameter(element, service.name() + "." + procedure.name(), parameter));
		caex.role(element);
	}

	private void parameter(Element around, String path, ParameterContent parameter) {
		Element element = caex.internal(around, parameter.name(), id("parameter", path, parameter.name()), parameter.className(), "");
		caex.literal(element, parameter.className(), "RefID", reference(parameter.object()));
		caex.role(element);
	}
}
