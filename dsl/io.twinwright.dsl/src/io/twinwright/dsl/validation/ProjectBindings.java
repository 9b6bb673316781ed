package io.twinwright.dsl.validation;

import com.google.inject.Singleton;
import io.twinwright.core.binding.Bindings;
import io.twinwright.core.structure.TwinModel;

/** What is bound in a project; the same for all rules until a file changes. */
@Singleton
class ProjectBindings {
	private final Memo<Bindings> bindings = new Memo<>(Bindings::new);

	Bindings of(TwinModel twin) {
		return bindings.of(twin);
	}
}
