package io.twinwright.generators;

import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.structure.TwinModel;
import java.io.IOException;

/** One output format. {@code M} comes from the library that serializes it. */
public interface Target<M> {
	/** @return its name on the command line, lower case, unique */
	String id();

	/** @return what it makes, one line for lists */
	String description();

	/** Pure: no file, clock or random source. The model has no errors. */
	Outcome<M> map(TwinModel twin);

	/** Only the library's serializer; nothing left to decide. */
	void write(M mapped, ArtifactSink sink) throws IOException;
}
