package io.twinwright.generators.aas;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.Topics;
import io.twinwright.core.binding.EndpointUrl;
import io.twinwright.core.binding.Protocol;
import io.twinwright.core.structure.Attachment;
import io.twinwright.model.SignalKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.digitaltwin.aas4j.v3.model.Property;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/** Where a signal is at its endpoint, by the rules of the protocol (IDTA 02017-1-1, annex C). */
final class Forms {
	private static final Meaning TARGET = Meaning.of("https://www.w3.org/2019/wot/hypermedia#hasTarget");
	private static final Meaning BROWSE_PATH = Meaning.of("http://opcfoundation.org/UA/WoT-Binding/browsePath");
	private static final Meaning CONTROL_PACKET = Meaning.of("https://www.w3.org/2019/wot/mqtt#ControlPacket");
	private static final Meaning METHOD = Meaning.of("https://www.w3.org/2011/http#methodName");

	private final Context context;

	Forms(Context context) {
		this.context = context;
	}

	/** @return the elements of a form */
	List<SubmodelElement> of(Attachment attachment, InterfaceKind kind, SubmodelElement security) {
		String target = target(attachment);
		String href = kind == InterfaceKind.OPC_UA ? "/?id=" + target.replace("#", "%23").replace("&", "%26") : target;
		List<SubmodelElement> elements = new ArrayList<>(List.of(Elements.string("href", TARGET, href), security));
		boolean written = attachment.point().kind() == SignalKind.ACTUATOR;
		switch (kind) {
			case OPC_UA -> browsePath(attachment).ifPresent(elements::add);
			case MQTT -> elements.add(Elements.string("mqv_controlPacket", CONTROL_PACKET, written ? "publish" : "subscribe"));
			case HTTP -> elements.add(Elements.string("htv_methodName", METHOD, written ? "PUT" : "GET"));
		}
		return elements;
	}

	/** @return what an endpoint is asked for to read a signal: a node id, a topic, a path or a column */
	String target(Attachment attachment) {
		return switch (EndpointUrl.of(Addresses.url(attachment.endpoint()).orElse("")).protocol().orElse(Protocol.FILE)) {
			case OPC_UA -> Addresses.of(context.twin(), attachment.point()).toString();
			case MQTT, MQTTS, KAFKA -> Topics.topic(attachment);
			case HTTP, HTTPS -> "/" + Topics.path(attachment);
			case FILE -> attachment.relative().isEmpty() ? attachment.address().strip() : Topics.below(attachment);
		};
	}

	/** What stands below a bound node is also found by the path that leads to it from there. */
	private Optional<SubmodelElement> browsePath(Attachment attachment) {
		if (attachment.relative().isEmpty() || attachment.address().isEmpty()) {
			return Optional.empty();
		}
		Property path = Elements.string("uav_browsePath", BROWSE_PATH,
				Stream.of(Topics.below(attachment).split("/")).map(String::strip).filter(name -> !name.isEmpty())
						.map(Forms::escaped).collect(Collectors.joining("/", "/", "")));
		path.setDescription(context.texts().text("The path starts at the node " + attachment.address() + ".",
				attachment.point().qualifiedName()));
		return Optional.of(path);
	}

	/** In a browse path {@code &} stands before a character with a meaning (OPC 10000-4, annex A.2). */
	private static String escaped(String name) {
		return name.replaceAll("[&.<>#!]", "&$0");
	}
}
