package io.twinwright.opcua.swap;

import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import java.util.Optional;

/** A twin that is attached to its servers. Thread-safe. */
public interface SwapSession extends AutoCloseable {
	TwinModel twin();

	/** @return the newest value of a signal; empty where there is none, it is not good, or its link is lost */
	Optional<Value> value(Point point);

	/**
	 * Writes a value in the signal's unit and waits, for a bounded time, until the server has taken it.
	 *
	 * @throws SwapFailure if it may not be written, or the server refuses or does not answer
	 */
	void write(Point point, Value value) throws SwapFailure;

	@Override
	void close();
}
