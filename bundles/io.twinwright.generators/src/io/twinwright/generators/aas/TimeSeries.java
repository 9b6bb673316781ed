package io.twinwright.generators.aas;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.generators.aas.Subject.Kind;
import io.twinwright.model.CalendarWindow;
import io.twinwright.model.CountWindow;
import io.twinwright.model.Endpoint;
import io.twinwright.model.KeyWindow;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Quantity;
import io.twinwright.model.Segment;
import io.twinwright.model.SignalKind;
import io.twinwright.model.TextKind;
import io.twinwright.model.TimeWindow;
import io.twinwright.model.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/**
 * The submodel Time Series Data 1.1 (IDTA 02008-1-1): how a record of the insights of a position or root asset looks, with
 * its time in UTC. Insights that a server or file offers itself have a linked segment; those that are computed are
 * described only.
 */
final class TimeSeries implements Chapter {
	private static final String IDS = "https://admin-shell.io/idta/TimeSeries/";
	private static final Template TEMPLATE = new Template("time-series", "TimeSeries",
			"https://admin-shell.io/idta/SubmodelTemplate/TimeSeries/1/1", Meaning.ofSubmodel(IDS + "1/1"));
	private static final String TIME = "Time";

	private final Context context;

	TimeSeries(Context context) {
		this.context = context;
	}

	@Override
	public Template template() {
		return TEMPLATE;
	}

	@Override
	public List<SubmodelElement> elements(Subject subject) {
		List<Point> insights = subject.kind() == Kind.POSITION || subject.isRoot()
				? subject.points().stream().filter(point -> point.kind() == SignalKind.INSIGHT).toList() : List.of();
		if (insights.isEmpty()) {
			return List.of();
		}
		String element = subject.qualifiedName();
		List<SubmodelElement> metadata = List.of(
				Elements.multiLanguage("Name", meaning("Metadata/Name"), context.texts().text(subject.title(), element)),
				Elements.multiLanguage("Description", meaning("Metadata/Description"),
						context.texts().text("Insights of '" + element + "'.", element)),
				Elements.collection("Record", meaning("Record"), columns(insights)));
		return List.of(Elements.collection("Metadata", meaning("Metadata"), metadata),
				Elements.collection("Segments", meaning("Segments"), segments(insights)));
	}

	private static Meaning meaning(String name) {
		return Meaning.of(IDS + name + "/1/1");
	}

	private List<SubmodelElement> columns(List<Point> insights) {
		List<String> names = new ArrayList<>(List.of(TIME));
		insights.forEach(point -> names.add(point.name()));
		Map<String, String> idShorts = IdShorts.of(names.stream().distinct().toList());
		List<SubmodelElement> columns = new ArrayList<>();
		columns.add(Elements.property(TIME, meaning("UtcTime"), DataTypeDefXsd.DATE_TIME, null));
		for (Point point : insights) {
			String idShort = idShorts.get(point.name());
			SubmodelElement column = Elements.property(idShort.equals(TIME) ? "insight_" + TIME : idShort,
					context.concepts().of(point.signal()), Values.xsd(point.signal().getType()), null);
			context.label(column, point.signal(), point.name());
			column.setDescription(context.texts().text(timing(point), point.qualifiedName()));
			columns.add(column);
		}
		return columns;
	}

	/** @return when the insight has a value, as a sentence */
	private static String timing(Point point) {
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

	private List<SubmodelElement> segments(List<Point> insights) {
		Map<Point, Attachment> offered = new LinkedHashMap<>();
		for (Point point : insights) {
			context.twin().attachment(point).filter(attachment -> isOffered(point, attachment))
					.ifPresent(attachment -> offered.put(point, attachment));
		}
		Map<String, String> idShorts = IdShorts.of(offered.keySet().stream().map(Point::name).toList());
		List<SubmodelElement> segments = new ArrayList<>();
		offered.forEach((point, attachment) -> segments.add(
				segment("LinkedSegment_" + idShorts.get(point.name()), point, attachment)));
		return segments;
	}

	private static boolean isOffered(Point point, Attachment attachment) {
		Endpoint endpoint = attachment.endpoint();
		return endpoint != null && !endpoint.eIsProxy() && Addresses.url(endpoint).isPresent()
				&& (attachment.relative().isEmpty() || point.text(TextKind.NODE).isPresent());
	}

	private SubmodelElement segment(String idShort, Point point, Attachment attachment) {
		String name = point.qualifiedName();
		String label = Optional.ofNullable(point.signal().getLabel()).filter(text -> !text.isBlank()).orElse(point.name());
		return Elements.collection(idShort, meaning("Segments/LinkedSegment"), List.of(
				Elements.multiLanguage("Name", meaning("Segment/Name"), context.texts().text(label, name)),
				Elements.string("Endpoint", meaning("Endpoint"), EndpointMetadata.base(attachment.endpoint())),
				Elements.string("Query", meaning("Query"), query(attachment))));
	}

	private String query(Attachment attachment) {
		if (Addresses.node(attachment.binding()).isPresent()) {
			return Addresses.of(context.twin(), attachment.point()).toString();
		}
		String address = attachment.address();
		return attachment.relative().isEmpty() ? address
				: address.isEmpty() ? attachment.relative() : address + "/" + attachment.relative();
	}
}
