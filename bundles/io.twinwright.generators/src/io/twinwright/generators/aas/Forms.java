package io.twinwright.generators.aas;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.binding.EndpointEntry;
import io.twinwright.core.binding.EndpointUrl;
import io.twinwright.core.binding.Protocol;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.model.Entry;
import io.twinwright.model.SignalKind;
import io.twinwright.model.TextKind;
import java.util.ArrayList;
import java.util.List;
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
	List<SubmodelElement> of(Attachment attachment, InterfaceKind kind) {
		return switch (kind) {
			case OPC_UA -> opcUa(attachment);
			case MQTT -> List.of(href(target(attachment)), Elements.string("mqv_controlPacket", CONTROL_PACKET,
					attachment.point().kind() == SignalKind.ACTUATOR ? "publish" : "subscribe"));
			case HTTP -> List.of(href(target(attachment)), Elements.string("htv_methodName", METHOD,
					attachment.point().kind() == SignalKind.ACTUATOR ? "PUT" : "GET"));
		};
	}

	/** @return what an endpoint is asked for to read a signal: a node id, a topic, a path or a column */
	String target(Attachment attachment) {
		return switch (EndpointUrl.of(Addresses.url(attachment.endpoint()).orElse("")).protocol().orElse(Protocol.FILE)) {
			case OPC_UA -> Addresses.of(context.twin(), attachment.point()).toString();
			case MQTT, MQTTS, KAFKA -> topic(attachment);
			case HTTP, HTTPS -> "/" + path(attachment);
			case FILE -> attachment.relative().isEmpty() ? attachment.address().strip() : below(attachment);
		};
	}

	private Property href(String target) {
		return Elements.string("href", TARGET, target);
	}

	/** The node by its id; what stands below a bound node also by the path that leads to it from there. */
	private List<SubmodelElement> opcUa(Attachment attachment) {
		List<SubmodelElement> elements = new ArrayList<>();
		elements.add(href("/?id=" + target(attachment).replace("#", "%23").replace("&", "%26")));
		if (!attachment.relative().isEmpty() && !attachment.address().isEmpty()) {
			Property path = Elements.string("uav_browsePath", BROWSE_PATH, browsePath(attachment));
			path.setDescription(context.texts().text("The path starts at the node " + attachment.address() + ".",
					attachment.point().qualifiedName()));
			elements.add(path);
		}
		return elements;
	}

	private static String browsePath(Attachment attachment) {
		return Stream.of(below(attachment).split("/")).map(String::strip).filter(name -> !name.isEmpty())
				.map(Forms::escaped).collect(Collectors.joining("/", "/", ""));
	}

	/** In a browse path {@code &} stands before a character with a meaning (OPC 10000-4, annex A.2). */
	private static String escaped(String name) {
		return name.replaceAll("[&.<>#!]", "&$0");
	}

	private static String below(Attachment attachment) {
		Point point = attachment.point();
		return attachment.byTag() ? point.text(TextKind.TAG).orElse(attachment.relative()) : attachment.relative();
	}

	/** A topic with a wildcard at its end has the signals in its place. */
	private static String topic(Attachment attachment) {
		String before = attachment.endpoint().getEntries().stream()
				.filter(entry -> EndpointEntry.TOPIC.key().equals(entry.getKey()) && entry.getText() != null)
				.map(Entry::getText).findFirst().orElse("");
		return join(before, path(attachment));
	}

	private static String path(Attachment attachment) {
		String address = attachment.address().strip();
		if (attachment.relative().isEmpty()) {
			return address;
		}
		return join(address.replaceFirst("(^|/)[+#]$", ""), below(attachment));
	}

	private static String join(String one, String other) {
		String start = one.replaceFirst("/+$", "");
		String end = other.replaceFirst("^/+", "");
		return start.isEmpty() ? end : end.isEmpty() ? start : start + "/" + end;
	}
}
