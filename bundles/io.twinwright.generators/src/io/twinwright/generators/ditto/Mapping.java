package io.twinwright.generators.ditto;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinwright.core.address.StateNumbers;
import io.twinwright.core.address.Topics;
import io.twinwright.core.address.Wire;
import io.twinwright.core.quantity.Conversion;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.Primitive;
import io.twinwright.model.PrimitiveType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The scripts that Ditto runs for a message: which topic is which signal, and what its text means. They are sources beside this class;
 * what they know of the signals is put in as JSON.
 */
final class Mapping {
	private static final String SIGNALS = "{/* signals */}";

	private final TwinModel twin;
	private final Ids ids;

	Mapping(TwinModel twin, Ids ids) {
		this.twin = twin;
		this.ids = ids;
	}

	/** @return the script that makes commands of messages */
	String incoming(List<Attachment> attachments) {
		ObjectNode signals = JsonNodeFactory.instance.objectNode();
		attachments.forEach(each -> signals.set(Topics.topic(each), signal(each.point())));
		return source("incoming.js", signals);
	}

	/** @return the script that makes messages of events */
	String outgoing(List<Attachment> attachments) {
		ObjectNode signals = JsonNodeFactory.instance.objectNode();
		attachments.forEach(each -> signals.set(ids.of(each.point().position()) + "/" + Ids.name(each.point().name()), signal(each.point())));
		return source("outgoing.js", signals);
	}

	private ObjectNode signal(Point point) {
		String[] thing = ids.of(point.position()).split(":", 2);
		ObjectNode signal = JsonNodeFactory.instance.objectNode().put("namespace", thing[0]).put("name", thing[1]).put("feature", Ids.name(point.name()));
		if (Features.isNumber(point)) {
			Conversion value = Wire.of(twin, point).toValue();
			signal.put("factor", value.factor()).put("offset", value.offset());
		} else if (point.signal().getType() instanceof PrimitiveType type && type.getPrimitive() == Primitive.BOOLEAN) {
			signal.put("truth", true);
		} else if (point.signal().getType() instanceof EnumerationType states && states.getEnumeration() != null) {
			ObjectNode numbers = signal.putObject("states");
			StateNumbers.of(states.getEnumeration()).forEach((state, number) -> numbers.put(number.toString(), state.getName()));
		}
		return signal;
	}

	private static String source(String name, ObjectNode signals) {
		try (InputStream source = Mapping.class.getResourceAsStream(name)) {
			return new String(source.readAllBytes(), StandardCharsets.UTF_8).replace(SIGNALS, signals.toString());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
