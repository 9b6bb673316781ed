package io.twinwright.generators.docs;

import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.model.Alarm;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.SignalKind;
import io.twinwright.model.TextKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The signals of a position as rows of tables. Signals of one repeated declaration that differ in nothing but their number are one row. */
final class SignalRows {
	private static final String EACH = "#n";

	private final Handbook book;
	private final Position position;

	SignalRows(Handbook book, Position position) {
		this.book = book;
		this.position = position;
	}

	/** @return the rows of some signals */
	List<List<Cell>> of(Predicate<Point> which, Function<Point, List<Cell>> row) {
		List<List<Cell>> rows = new ArrayList<>();
		List<Cell> before = null;
		String first = "";
		for (Point point : position.points()) {
			if (which.test(point)) {
				List<Cell> own = row.apply(point);
				List<Cell> print = point.index() == 0 ? null : own.stream().map(cell -> cell.with(number(point), EACH)).toList();
				if (print != null && print.equals(before)) {
					List<Cell> joint = new ArrayList<>(print);
					joint.set(0, Cell.of(first + " … " + number(point)));
					rows.set(rows.size() - 1, joint);
				} else {
					rows.add(own);
					first = point.name();
				}
				before = print;
			}
		}
		return rows;
	}

	private static String number(Point point) {
		return point.name().substring(point.name().lastIndexOf('#'));
	}

	List<Cell> signal(Point point) {
		Attachment attachment = book.twin().attachment(point).orElse(null);
		return List.of(name(point), Cell.of(point.kind().getLiteral()), Cell.of(Handbook.kind(point.signal().getType())),
				Cell.of(Handbook.unit(point.signal().getType())), Cell.of(point.range().map(range -> book.without("range", range)).orElse("")),
				Cell.of(sampled(point)), Cell.of(point.text(TextKind.TAG).orElse("")), Cell.code(book.wording(point.value())),
				attachment == null ? Cell.EMPTY : book.linked(attachment.endpoint()), Cell.code(book.address(point)));
	}

	private static Cell name(Point point) {
		String label = point.signal().getLabel();
		return Cell.of(label == null || label.isBlank() ? point.name() : point.name() + "\n" + label);
	}

	/** A property is read once, whatever is said for all signals around it. */
	private static String sampled(Point point) {
		return point.kind() == SignalKind.PROPERTY ? "" : Stream.of(MeasureKind.EVERY, MeasureKind.DEADBAND, MeasureKind.DELAY)
				.flatMap(kind -> point.measure(kind).map(value -> kind.getLiteral() + "\u00a0" + Handbook.quantity(value)).stream())
				.collect(Collectors.joining("\n"));
	}

	List<Cell> insight(Point point) {
		String window = point.window().map(book::wording).orElse("");
		String every = point.ownMeasure(MeasureKind.EVERY).map(quantity -> "every " + Handbook.quantity(quantity)).orElse("");
		return List.of(name(point), Cell.of(Handbook.kind(point.signal().getType())), Cell.of(Handbook.unit(point.signal().getType())),
				Cell.code(book.wording(point.value())), Cell.lines(List.of(window, every)));
	}

	/** @return all alarms, a row each */
	List<List<Cell>> alarms() {
		List<List<Cell>> rows = new ArrayList<>();
		for (Point point : position.points()) {
			for (Alarm alarm : point.alarms()) {
				rows.add(List.of(Cell.of(point.name()), Cell.of(condition(alarm)),
						alarm.getPriority() == 0 ? Cell.EMPTY : Cell.of(Integer.toString(alarm.getPriority())), Cell.of(alarm.getText())));
			}
		}
		return rows;
	}

	/** @return how an alarm is worded, without its priority and its text */
	private String condition(Alarm alarm) {
		String text = book.without("alarm", alarm);
		if (alarm.getText() != null) {
			text = text.replace("\"" + alarm.getText() + "\"", "");
		}
		return text.replaceFirst(" priority \\d+", "").strip();
	}
}
