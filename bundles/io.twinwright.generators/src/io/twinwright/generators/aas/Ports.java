package io.twinwright.generators.aas;

import io.twinwright.core.capability.Amounts;
import io.twinwright.core.expression.Quantities;
import io.twinwright.model.Direction;
import io.twinwright.model.Measure;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Port;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/** What goes in and out, as technical data: direction, medium, capacity and what a port demands, or offers if it only gives. */
final class Ports {
	private static final String ARBITRARY = "https://admin-shell.io/SMT/General/Arbitrary";
	private static final Meaning ANY = Meaning.of(ARBITRARY);

	private final Context context;
	private final Dimensions dimensions;

	Ports(Context context) {
		this.context = context;
		this.dimensions = new Dimensions(context);
	}

	/** @return a collection for each declared port; a repeated one has its {@code count} */
	List<SubmodelElement> of(Subject subject) {
		Map<String, Port> ports = new LinkedHashMap<>();
		subject.elements(Port.class).stream().filter(port -> port.getName() != null)
				.forEach(port -> ports.putIfAbsent(port.getName(), port));
		Map<String, String> idShorts = IdShorts.of(ports.keySet());
		List<SubmodelElement> elements = new ArrayList<>();
		ports.forEach((name, port) -> {
			SubmodelElement element = Elements.collection(idShorts.get(name), ANY, lines(port));
			context.label(element, port, name);
			elements.add(element);
		});
		return elements;
	}

	private List<SubmodelElement> lines(Port port) {
		List<SubmodelElement> lines = new ArrayList<>();
		lines.add(Elements.string("direction", ANY, port.getDirection().getLiteral()));
		if (port.getMedium() != null && port.getMedium().getName() != null) {
			lines.add(Elements.string("medium", ANY, port.getMedium().getName()));
		}
		if (port.getMultiplicity() != null) {
			int count = port.getMultiplicity().getHigh() - port.getMultiplicity().getLow() + 1;
			lines.add(Elements.property("count", ANY, DataTypeDefXsd.INTEGER, Integer.toString(count)));
		}
		Amounts.measure(port, MeasureKind.CAPACITY).map(Measure::getValue).flatMap(value -> Quantities.of(value, null))
				.ifPresent(value -> lines.add(dimensions.quantity("capacity", value)));
		List<ArgumentData> arguments = ArgumentData.of(port);
		if (!arguments.isEmpty()) {
			Map<String, String> idShorts = ArgumentData.idShorts(arguments);
			lines.add(Elements.collection(port.getDirection() == Direction.OUT ? "offers" : "demands", ANY,
					arguments.stream().map(argument -> demand(argument, idShorts)).toList()));
		}
		return lines;
	}

	private SubmodelElement demand(ArgumentData argument, Map<String, String> idShorts) {
		String name = argument.parameter().getName();
		Meaning meaning = context.concepts().of(argument.parameter()).or(ARBITRARY);
		SubmodelElement element = argument.element(idShorts.get(name), meaning, meaning);
		context.label(element, argument.parameter(), name);
		return element;
	}
}
