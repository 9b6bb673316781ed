package io.twinwright.generators.aas;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.Wire;
import io.twinwright.core.binding.EndpointUrl;
import io.twinwright.core.binding.Protocol;
import io.twinwright.core.binding.Sampling;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Endpoint;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.SignalKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/**
 * Where the samples of a time series are: a linked segment for each signal that a server or broker has, and an external
 * segment for each file. How many samples there are and from when is not known before they are read.
 */
final class Segments {
	private static final String LINKED = "LinkedSegment";
	private static final String EXTERNAL = "ExternalSegment";

	private final Context context;
	private final Forms forms;

	Segments(Context context) {
		this.context = context;
		this.forms = new Forms(context);
	}

	/** @return where the samples of a signal come from, empty if nothing offers them; a property has no samples */
	Optional<Attachment> attachment(Point point) {
		return context.twin().attachment(point).filter(Attachment::isRead)
				.filter(attachment -> Addresses.url(attachment.endpoint()).isPresent() && point.kind() != SignalKind.PROPERTY);
	}

	/** @param recorded the signals of a record by their names in it */
	List<SubmodelElement> of(Map<Point, String> recorded) {
		Map<String, Attachment> linked = new LinkedHashMap<>();
		Set<Endpoint> files = new LinkedHashSet<>();
		recorded.forEach((point, name) -> attachment(point).ifPresent(attachment -> {
			if (isFile(attachment.endpoint())) {
				files.add(attachment.endpoint());
			} else {
				linked.put(name, attachment);
			}
		}));
		Map<String, String> ofSignals = IdShorts.of(linked.keySet(), name -> LINKED + "_" + name, name -> LINKED + "_" + name);
		Map<Endpoint, String> ofFiles = IdShorts.of(files, file -> EXTERNAL + "_" + file.getName(),
				file -> EXTERNAL + "_" + TwinModel.qualifiedName(file));
		List<SubmodelElement> segments = new ArrayList<>();
		linked.forEach((name, attachment) -> segments.add(linked(ofSignals.get(name), name, attachment)));
		files.forEach(file -> segments.add(external(ofFiles.get(file), file)));
		return segments;
	}

	/** @return what a signal is called in the file that has its samples, as a sentence; empty for one in no file */
	String inFile(Point point) {
		return attachment(point).filter(attachment -> isFile(attachment.endpoint())).map(attachment -> " In '%s'%s as '%s'."
				.formatted(TwinModel.qualifiedName(attachment.endpoint()), rows(attachment), forms.target(attachment))).orElse("");
	}

	/** The address of a position in a file is no column but says which rows are meant. */
	private static String rows(Attachment attachment) {
		return attachment.relative().isEmpty() || attachment.address().isBlank() ? ""
				: " at '" + attachment.address().strip() + "'";
	}

	private static boolean isFile(Endpoint endpoint) {
		return Addresses.url(endpoint).map(EndpointUrl::of).flatMap(EndpointUrl::protocol).filter(Protocol.FILE::equals)
				.isPresent();
	}

	private SubmodelElement linked(String idShort, String name, Attachment attachment) {
		Point point = attachment.point();
		String label = point.signal().getLabel();
		List<SubmodelElement> elements = new ArrayList<>();
		elements.add(text("Name", label == null || label.isBlank() ? name : label, point.qualifiedName()));
		onTheWire(point).ifPresent(text -> elements.add(text("Description", text, point.qualifiedName())));
		period(point).ifPresent(elements::add);
		elements.add(Elements.string("Endpoint", TimeSeries.meaning("Endpoint"), EndpointMetadata.base(attachment.endpoint())));
		elements.add(Elements.string("Query", TimeSeries.meaning("Query"), forms.target(attachment)));
		return Elements.collection(idShort, TimeSeries.meaning("Segments/" + LINKED), elements);
	}

	/** @return how the samples differ from the values of a record, which are as declared */
	private Optional<String> onTheWire(Point point) {
		Wire wire = Wire.of(context.twin(), point);
		if (wire.isPlain()) {
			return Optional.empty();
		}
		return Optional.of(wire.isDirect() ? "Samples are in " + wire.wireUnit() + "."
				: "Samples are raw numbers: times %s plus %s they are in %s.".formatted(wire.scale().toPlainString(),
						wire.offset().toPlainString(), wire.wireUnit() == null ? "1" : wire.wireUnit()));
	}

	/** The template has whole seconds or whole samples in a second; a signal with a deadband has no regular samples. */
	private Optional<SubmodelElement> period(Point point) {
		if (point.measure(MeasureKind.DEADBAND).isPresent()) {
			return Optional.empty();
		}
		Optional<BigDecimal> interval = Sampling.every(context.twin(), point)
				.flatMap(Sampling::time).map(every -> every.in(Units.of("s")).number()).filter(time -> time.signum() > 0);
		return interval.flatMap(Segments::whole).map(seconds -> number("SamplingInterval", seconds)).or(() ->
				interval.flatMap(Segments::perSecond).map(rate -> number("SamplingRate", rate)));
	}

	private static Optional<BigDecimal> whole(BigDecimal number) {
		return Optional.of(number).filter(each -> Values.fits(each, DataTypeDefXsd.UNSIGNED_LONG));
	}

	private static Optional<BigDecimal> perSecond(BigDecimal seconds) {
		BigDecimal[] rate = BigDecimal.ONE.divideAndRemainder(seconds);
		return rate[1].signum() == 0 ? Optional.of(rate[0]) : Optional.empty();
	}

	private static SubmodelElement number(String idShort, BigDecimal number) {
		return Elements.property(idShort, TimeSeries.meaning("Segment/" + idShort), DataTypeDefXsd.LONG, Values.number(number));
	}

	private SubmodelElement external(String idShort, Endpoint file) {
		String label = file.getLabel() == null || file.getLabel().isBlank() ? file.getName() : file.getLabel();
		return Elements.collection(idShort, TimeSeries.meaning("Segments/" + EXTERNAL), List.of(
				text("Name", label, TwinModel.qualifiedName(file)),
				Elements.file("File", TimeSeries.meaning("File"), EndpointMetadata.contentType(file),
						context.texts().legal(EndpointMetadata.base(file), TwinModel.qualifiedName(file)))));
	}

	private SubmodelElement text(String idShort, String text, String element) {
		return Elements.multiLanguage(idShort, TimeSeries.meaning("Segment/" + idShort), context.texts().text(text, element));
	}
}
