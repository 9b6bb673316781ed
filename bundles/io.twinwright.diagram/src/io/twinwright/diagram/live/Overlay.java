package io.twinwright.diagram.live;

import io.twinwright.core.evaluate.Quality;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.evaluate.ValueText;
import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramEdge;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.DiagramSignal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the elements of a diagram show for the values of the signals: the same for the same values. */
public final class Overlay {
	/** How many lines an element shows at most. */
	private static final int LINES = 3;

	private final Diagram diagram;
	private final Map<String, Reading> readings;
	private final Map<String, LiveState> states = new LinkedHashMap<>();

	private Overlay(Diagram diagram, Map<String, Reading> readings) {
		this.diagram = diagram;
		this.readings = readings;
	}

	/**
	 * @param readings by the paths of the signals in the plant
	 * @return what nodes, ports and edges show, by their ids; those that show nothing are left out
	 */
	public static Map<String, LiveState> of(Diagram diagram, Map<String, Reading> readings) {
		Overlay overlay = new Overlay(diagram, readings);
		overlay.fill();
		return overlay.states;
	}

	/** @return what is shown otherwise than before; {@link LiveState#NONE} for what shows nothing any more */
	public static Map<String, LiveState> changed(Map<String, LiveState> before, Map<String, LiveState> after) {
		Map<String, LiveState> changed = new LinkedHashMap<>(after);
		changed.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
		before.keySet().stream().filter(id -> !after.containsKey(id)).forEach(id -> changed.put(id, LiveState.NONE));
		return changed;
	}

	private void fill() {
		Map<String, List<String>> inside = inside();
		for (DiagramNode node : diagram.nodes()) {
			put(node.id(), node(node, inside.getOrDefault(node.id(), List.of())));
		}
		Map<String, LiveState> ports = new LinkedHashMap<>();
		for (DiagramEdge edge : diagram.edges()) {
			LiveState state = edge(edge);
			put(edge.id(), state);
			ports.merge(edge.source(), state, (one, other) -> one.alarm().worst(other.alarm()) == one.alarm() ? one : other);
			ports.merge(edge.target(), state, (one, other) -> one.alarm().worst(other.alarm()) == one.alarm() ? one : other);
		}
		diagram.nodes().forEach(node -> node.ports().stream().filter(port -> ports.containsKey(port.id()))
				.forEach(port -> put(port.id(), ports.get(port.id()))));
	}

	private void put(String id, LiveState state) {
		if (!state.equals(LiveState.NONE)) {
			states.put(id, state);
		}
	}

	/** @return the paths of the signals that are not well, by the innermost nodes that are drawn and in which they are */
	private Map<String, List<String>> inside() {
		Map<String, String> byPlace = new HashMap<>();
		Set<String> own = new HashSet<>();
		for (DiagramNode node : diagram.nodes()) {
			node.places().forEach(place -> byPlace.put(place, node.id()));
			node.signals().forEach(signal -> own.add(signal.path()));
		}
		diagram.edges().forEach(edge -> edge.signals().forEach(signal -> own.add(signal.path())));
		Map<String, List<String>> inside = new HashMap<>();
		readings.entrySet().stream().filter(entry -> entry.getValue().alarm() != null && !own.contains(entry.getKey())).map(Map.Entry::getKey)
				.sorted(Comparator.comparing((String path) -> readings.get(path).alarmClass()).reversed().thenComparing(Comparator.naturalOrder())).forEach(path -> {
					String up = path;
					while (!byPlace.containsKey(up) && up.contains(".")) {
						up = up.substring(0, up.lastIndexOf('.'));
					}
					if (byPlace.containsKey(up)) {
						inside.computeIfAbsent(byPlace.get(up), key -> new ArrayList<>()).add(path);
					}
				});
		return inside;
	}

	private LiveState node(DiagramNode node, List<String> inside) {
		List<String> lines = new ArrayList<>(lines(node.signals(), node.count() == 1));
		AlarmClass worst = worst(node.signals());
		for (String path : inside) {
			worst = worst.worst(readings.get(path).alarmClass());
		}
		if (!inside.isEmpty()) {
			String first = inside.getFirst();
			String place = node.places().stream().filter(first::startsWith).findFirst().orElse("");
			String name = node.count() > 1 ? first.substring(place.lastIndexOf('.') + 1) : first.substring(place.length() + 1);
			lines.addFirst("%s %s%s".formatted(name, alarm(readings.get(first)), inside.size() == 1 ? "" : " and %d more".formatted(inside.size() - 1)));
		}
		String state = node.signals().stream().filter(DiagramSignal::isState).map(signal -> readings.get(signal.path()))
				.filter(reading -> reading != null && !reading.isLost() && reading.value() instanceof Value.State).map(reading -> ValueText.of(reading.value()))
				.findFirst().orElse("");
		return new LiveState(lines.stream().limit(LINES).toList(), state, worst, Double.NaN);
	}

	private LiveState edge(DiagramEdge edge) {
		double level = edge.signals().stream().mapToDouble(signal -> level(signal, edge.buffer())).filter(found -> !Double.isNaN(found)).findFirst()
				.orElse(Double.NaN);
		return new LiveState(lines(edge.signals(), true).stream().limit(LINES).toList(), "", worst(edge.signals()), level);
	}

	/** @return how full a buffer is: by the range of the signal, else by the buffer that the text says */
	private double level(DiagramSignal signal, double buffer) {
		Reading reading = readings.get(signal.path());
		if (reading == null || reading.isLost() || !(reading.value() instanceof Value.Number number) || !signal.unit().isEmpty()) {
			return Double.NaN;
		}
		double low = Double.isNaN(signal.low()) ? 0 : signal.low();
		double high = Double.isNaN(signal.high()) ? buffer : signal.high();
		return high > low ? Math.clamp((number.number() - low) / (high - low), 0, 1) : Double.NaN;
	}

	private AlarmClass worst(List<DiagramSignal> signals) {
		return signals.stream().map(signal -> readings.get(signal.path())).filter(reading -> reading != null).map(Reading::alarmClass)
				.reduce(AlarmClass.OK, AlarmClass::worst);
	}

	/** @return a line for each signal that has a value, those with alarms first; the state is shown apart */
	private List<String> lines(List<DiagramSignal> signals, boolean all) {
		return signals.stream().filter(signal -> readings.containsKey(signal.path()))
				.filter(signal -> !signal.isState() || readings.get(signal.path()).alarmClass() != AlarmClass.OK)
				.filter(signal -> all || readings.get(signal.path()).alarmClass() != AlarmClass.OK)
				.sorted(Comparator.comparing((DiagramSignal signal) -> readings.get(signal.path()).alarmClass()).reversed())
				.map(signal -> line(signal, readings.get(signal.path()))).toList();
	}

	private static String line(DiagramSignal signal, Reading reading) {
		StringBuilder line = new StringBuilder(signal.name()).append(' ').append(ValueText.of(reading.value()));
		String unit = ValueText.unit(signal.unit());
		if (!unit.isEmpty() && reading.value() != null) {
			line.append(' ').append(unit);
		}
		String alarm = alarm(reading);
		return alarm.isEmpty() ? line.toString() : line.append(' ').append(alarm).toString();
	}

	/** @return the alarm in words, else why the value is not good; empty if all is well */
	private static String alarm(Reading reading) {
		if (reading.isLost()) {
			return "not heard";
		}
		if (reading.alarm() != null) {
			return reading.alarm().level().word() + (reading.alarm().text().isEmpty() ? "" : ": " + reading.alarm().text());
		}
		return reading.quality() == Quality.GOOD ? "" : reading.quality() == Quality.BAD ? "BAD" : "uncertain";
	}
}
