package io.twinwright.generators.aas;

import io.twinwright.core.binding.Reads;
import io.twinwright.core.binding.Sampling;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.generators.aas.Subject.Kind;
import io.twinwright.model.CalendarWindow;
import io.twinwright.model.CountWindow;
import io.twinwright.model.KeyWindow;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Quantity;
import io.twinwright.model.Segment;
import io.twinwright.model.SignalKind;
import io.twinwright.model.TimeWindow;
import io.twinwright.model.Window;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/**
 * The submodel Time Series Data 1.1 (IDTA 02008-1-1): how a record of the insights of a position or root asset looks, with
 * its time in UTC and the signals from which they are computed, and in which segments the samples of these are. Insights
 * have a segment only where a server or file offers them itself; those that are computed are described.
 */
final class TimeSeries implements Chapter {
	static final String IDS = "https://admin-shell.io/idta/TimeSeries/";
	private static final Template TEMPLATE = new Template("time-series", "TimeSeries",
			"https://admin-shell.io/idta/SubmodelTemplate/TimeSeries/1/1", Meaning.ofSubmodel(IDS + "1/1"));
	private static final String TIME = "Time";

	private final Context context;
	private final Segments segments;

	TimeSeries(Context context) {
		this.context = context;
		this.segments = new Segments(context);
	}

	@Override
	public Template template() {
		return TEMPLATE;
	}

	@Override
	public List<SubmodelElement> elements(Subject subject) {
		List<Point> insights = insights(subject);
		if (insights.isEmpty()) {
			return List.of();
		}
		String element = subject.qualifiedName();
		Set<Point> sources = sources(insights);
		List<Point> recorded = new ArrayList<>(insights);
		recorded.addAll(sources);
		String what = sources.isEmpty() ? "Insights of '%s'." : "Insights of '%s' and the signals from which they are computed.";
		List<SubmodelElement> metadata = List.of(
				Elements.multiLanguage("Name", meaning("Metadata/Name"), context.texts().text(subject.title(), element)),
				Elements.multiLanguage("Description", meaning("Metadata/Description"),
						context.texts().text(what.formatted(element), element)),
				Elements.collection("Record", meaning("Record"), columns(names(recorded, subject))));
		return List.of(Elements.collection("Metadata", meaning("Metadata"), metadata),
				Elements.collection("Segments", meaning("Segments"), segments.of(names(recorded, subject))));
	}

	private static List<Point> insights(Subject subject) {
		return subject.kind() == Kind.POSITION || subject.isRoot()
				? subject.points().stream().filter(point -> point.kind() == SignalKind.INSIGHT).toList() : List.of();
	}

	/** @return the {@code idShort}s of the columns of a record by the paths of their signals; none where there is no series */
	Map<String, String> columns(Subject subject) {
		List<Point> recorded = new ArrayList<>(insights(subject));
		if (!recorded.isEmpty()) {
			recorded.addAll(sources(List.copyOf(recorded)));
		}
		Map<Point, String> names = names(recorded, subject);
		Map<String, String> idShorts = idShorts(names.values());
		Map<String, String> columns = new LinkedHashMap<>();
		names.forEach((point, name) -> columns.put(point.path(), idShorts.get(name)));
		return columns;
	}

	/** A column with the name of the time is another one. */
	private static Map<String, String> idShorts(Collection<String> recorded) {
		List<String> names = new ArrayList<>(List.of(TIME));
		names.addAll(recorded);
		Map<String, String> idShorts = IdShorts.of(names.stream().distinct().toList());
		idShorts.replaceAll((name, idShort) -> idShort.equals(TIME) ? "signal_" + TIME : idShort);
		return idShorts;
	}

	static Meaning meaning(String name) {
		return Meaning.of(IDS + name + "/1/1");
	}

	/** @return the signals with samples from which insights are computed; insights of others have a series of their own */
	private Set<Point> sources(List<Point> insights) {
		Position here = insights.getFirst().position();
		Set<Point> all = new LinkedHashSet<>(insights);
		Deque<Point> waiting = new ArrayDeque<>(insights);
		while (!waiting.isEmpty()) {
			Reads.of(context.twin(), waiting.remove()).stream().filter(all::add).filter(read -> read.position().equals(here))
					.forEach(waiting::add);
		}
		return all.stream().filter(point -> point.kind() != SignalKind.INSIGHT && !point.signal().isPrivate())
				.filter(point -> segments.attachment(point).isPresent()).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** @return signals by their names in a record: the path from the subject down, else the whole path */
	private static Map<Point, String> names(List<Point> points, Subject subject) {
		Map<Point, String> names = new LinkedHashMap<>();
		String inside = subject.view().path() + ".";
		for (Point point : points) {
			String path = point.path();
			names.put(point, path.startsWith(inside) ? path.substring(inside.length()) : path);
		}
		return names;
	}

	private List<SubmodelElement> columns(Map<Point, String> recorded) {
		Map<String, String> idShorts = idShorts(recorded.values());
		List<SubmodelElement> columns = new ArrayList<>();
		columns.add(Elements.property(TIME, meaning("UtcTime"), DataTypeDefXsd.DATE_TIME, null));
		recorded.forEach((point, name) -> {
			SubmodelElement column = Elements.property(idShorts.get(name), context.concepts().column(point.signal()),
					Values.xsd(point.signal().getType()), null);
			context.label(column, point.signal(), name);
			column.setDescription(context.texts().text(timing(point) + segments.inFile(point), point.qualifiedName()));
			columns.add(column);
		});
		return columns;
	}

	/** @return when the signal has a value, as a sentence */
	private String timing(Point point) {
		if (point.kind() != SignalKind.INSIGHT) {
			return Sampling.every(context.twin(), point).map(every -> "Sampled every " + text(every) + ".").orElse("Sampled.");
		}
		String window = point.window().map(TimeSeries::window).orElse("With each sample");
		return window + point.measure(MeasureKind.EVERY).filter(every -> point.window().isPresent())
				.map(every -> ", every " + text(every)).orElse("") + ".";
	}

	private static String window(Window window) {
		return switch (window) {
			case TimeWindow time -> "Over " + text(time.getLength());
			case CountWindow samples -> "Over " + samples.getCount() + " samples";
			case CalendarWindow calendar -> "Over each " + calendar.getPeriod().getLiteral();
			case KeyWindow key when key.getKey() != null -> "Over each " + key.getKey().getSegments().stream()
					.map(Segment::getTarget).filter(target -> target != null && target.getName() != null)
					.map(target -> target.getName()).collect(Collectors.joining("."));
			default -> "Over a window";
		};
	}

	private static String text(Quantity quantity) {
		return quantity == null || quantity.getNumber() == null ? "a time"
				: quantity.getNumber().toPlainString() + (quantity.getUnit() == null ? "" : " " + quantity.getUnit());
	}
}
