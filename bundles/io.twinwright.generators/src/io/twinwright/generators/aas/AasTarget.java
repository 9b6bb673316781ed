package io.twinwright.generators.aas;

import io.twinwright.core.rules.Rule;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.ArtifactSink;
import io.twinwright.generators.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.core.SerializationException;

/**
 * Asset Administration Shells: one environment for a project, as {@code aas/<name>.json} and with the same content as
 * {@code aas/<name>.xml} and {@code aas/<name>.aasx}, where the name is the namespace that the root assets share. One
 * package, and not one for each root asset, because types belong to all of them and a repository refuses a shell that it
 * already has.
 */
public final class AasTarget implements Target<AasPackage> {
	private final Descriptions descriptions;
	private final Set<AasForm> forms;

	/** Writes no comments. */
	public AasTarget() {
		this(Descriptions.NONE);
	}

	/** @param descriptions gives the comments that become descriptions */
	public AasTarget(Descriptions descriptions) {
		this(descriptions, EnumSet.allOf(AasForm.class));
	}

	private AasTarget(Descriptions descriptions, Set<AasForm> forms) {
		this.descriptions = descriptions;
		this.forms = Set.copyOf(forms);
	}

	/** @return one that writes these forms only */
	public AasTarget in(Set<AasForm> wanted) {
		return new AasTarget(descriptions, wanted);
	}

	@Override
	public String id() {
		return "aas";
	}

	@Override
	public String description() {
		return "Asset Administration Shells with IDTA submodels, as JSON, XML and AASX";
	}

	@Override
	public Outcome<AasPackage> map(TwinModel twin) {
		Context context = Context.of(twin, descriptions);
		List<Subject> subjects = new Subjects(twin).all();
		if (subjects.isEmpty()) {
			context.findings().add(Rule.NO_SHELL, "",
					"The project declares no type and no asset, so there is no shell to write. Declare one of them.");
		}
		return context.findings().outcome(new AasPackage(PackageName.of(twin), new Shells(context).build(subjects)));
	}

	@Override
	public void write(AasPackage mapped, ArtifactSink sink) throws IOException {
		if (mapped.environment().getAssetAdministrationShells().isEmpty()) {
			return;
		}
		try {
			if (forms.contains(AasForm.JSON) || forms.contains(AasForm.AASX)) {
				writeJson(mapped, sink);
			}
			if (forms.contains(AasForm.XML)) {
				try (OutputStream xml = sink.open("aas/" + mapped.name() + ".xml")) {
					Serializers.xml(mapped.environment(), xml);
				}
			}
		} catch (SerializationException e) {
			throw new IOException(e);
		}
	}

	/** The JSON of a package is the same as that beside it, so both are written at once. */
	private void writeJson(AasPackage mapped, ArtifactSink sink) throws IOException, SerializationException {
		try (OutputStream json = forms.contains(AasForm.JSON) ? sink.open("aas/" + mapped.name() + ".json") : OutputStream.nullOutputStream()) {
			if (!forms.contains(AasForm.AASX)) {
				Serializers.json(mapped.environment(), json);
				return;
			}
			try (OutputStream aasx = sink.open("aas/" + mapped.name() + ".aasx")) {
				Repackaging.write(mapped.environment(), json, aasx);
			}
		}
	}
}
