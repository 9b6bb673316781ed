package io.twinwright.workbench.live;

import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.Primitive;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.SignalKind;
import io.twinwright.opcua.live.Shown;
import io.twinwright.workbench.language.Models;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.osgi.util.NLS;

/** What may be written to plants: actuators and parameters, within their ranges, and only while writing is switched on. */
public final class SetPoints {
	private static volatile boolean allowed;

	private SetPoints() {
	}

	/** @return whether writing is switched on; it is off at each start of the workbench */
	public static boolean isAllowed() {
		return allowed;
	}

	/** Switches writing on or off, until the workbench ends. */
	public static void allow(boolean on) {
		allowed = on;
	}

	/** @return why nothing can be written now, a sentence; empty if writing is switched on */
	public static Optional<String> refusal() {
		return allowed ? Optional.empty() : Optional.of(Messages.writingOff);
	}

	/** @return why a signal cannot be written now, a sentence; empty if it can */
	static Optional<String> refusal(Point point) {
		if (point.kind() != SignalKind.ACTUATOR && point.kind() != SignalKind.PARAMETER) {
			return Optional.of(NLS.bind(Messages.notWritable, point.path()));
		}
		return refusal();
	}

	/** @return the value that a text means for a signal, empty if it means none */
	static Optional<Value> parse(Point point, String text) {
		String written = text.strip();
		if (point.signal().getType() instanceof EnumerationType) {
			return Value.of(point.signal().getType(), written);
		}
		if (point.signal().getType() instanceof PrimitiveType type && type.getPrimitive() == Primitive.BOOLEAN) {
			return written.equals("true") || written.equals("false") ? Value.of(type, Boolean.valueOf(written)) : Optional.empty();
		}
		if (point.signal().getType() instanceof PrimitiveType type && type.getPrimitive() == Primitive.STRING) {
			return Value.of(type, text);
		}
		try {
			return Value.of(point.signal().getType(), Double.valueOf(written));
		} catch (NumberFormatException e) {
			return Optional.empty();
		}
	}

	/** @return what is wrong with a text as a value of a signal, a sentence; null if it is right */
	static String problem(Point point, String text) {
		Optional<Value> value = parse(point, text);
		if (value.isEmpty()) {
			return NLS.bind(Messages.noValue, text, point.name());
		}
		return problem(point, value.get(), text);
	}

	private static String problem(Point point, Value value, String text) {
		double share = RangeBar.share(point, Cell.empty(point).with(value, "", null));
		return share < 0 || share > 1 ? NLS.bind(Messages.outOfRange, new Object[] { text, point.name(), RangeBar.text(point) }) : null;
	}

	/**
	 * Writes a value and keeps an account of it, also where it is refused.
	 *
	 * @throws CoreException with a sentence if it is not allowed, not in the range, or the server refuses
	 */
	public static void write(LiveSession session, Point point, String text) throws CoreException {
		write(session, point, text, parse(point, text).orElse(null), problem(point, text));
	}

	/**
	 * Writes a value and keeps an account of it, also where it is refused.
	 *
	 * @throws CoreException with a sentence if it is not allowed, not in the range, or the server refuses
	 */
	public static void write(LiveSession session, Point point, Value value) throws CoreException {
		String text = Shown.value(value);
		write(session, point, text, value, problem(point, value, text));
	}

	private static void write(LiveSession session, Point point, String text, Value value, String problem) throws CoreException {
		String before = session.cell(point).value();
		try {
			Optional<String> refusal = refusal(point).or(() -> Optional.ofNullable(problem));
			if (refusal.isPresent()) {
				throw Models.failure(refusal.get(), null);
			}
			session.write(point, value);
			AuditLog.add(session, point, before, text + Shown.unit(point), "written");
		} catch (CoreException e) {
			AuditLog.add(session, point, before, text + Shown.unit(point), e.getStatus().getMessage());
			throw e;
		}
	}
}
