package io.twinwright.dsl.validation;

import io.twinwright.core.structure.TwinModel;
import java.util.function.Function;

/** Keeps what was computed from a whole project for as long as the rules look at the same view of it. */
final class Memo<T> {
	private final Function<TwinModel, T> compute;
	private TwinModel view;
	private T value;

	Memo(Function<TwinModel, T> compute) {
		this.compute = compute;
	}

	/** @return what is computed from the view, at the first call for it */
	synchronized T of(TwinModel twin) {
		if (view != twin) {
			value = compute.apply(twin);
			view = twin;
		}
		return value;
	}
}
