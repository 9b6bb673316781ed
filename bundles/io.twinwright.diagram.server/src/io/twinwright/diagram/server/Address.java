package io.twinwright.diagram.server;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.model.NamedElement;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.xtext.resource.XtextResource;

/**
 * What names a diagram, as in {@code plant.twin#line/acme.bottling.Juice1}.
 *
 * @param file the twin file, relative to the folder of the project and with slashes
 * @param kind what it is about
 * @param subject the qualified name of what it shows
 */
record Address(String file, DiagramKind kind, String subject) {
	/** @return the address of a text that is one */
	static Optional<Address> of(String text) {
		int hash = text.lastIndexOf('#');
		int slash = text.indexOf('/', hash + 1);
		if (hash < 0 || slash < 0) {
			return Optional.empty();
		}
		for (DiagramKind kind : DiagramKind.values()) {
			if (kind.id().equals(text.substring(hash + 1, slash).toLowerCase(Locale.ROOT))) {
				return Optional.of(new Address(text.substring(0, hash), kind, text.substring(slash + 1)));
			}
		}
		return Optional.empty();
	}

	/** @return the address of a diagram of a declaration */
	static Address of(Path root, DiagramKind kind, NamedElement subject) {
		return new Address(file(root, ProjectState.path((XtextResource) subject.eResource())), kind, TwinModel.qualifiedName(subject));
	}

	/** @return the name of a file in addresses */
	static String file(Path root, Path file) {
		return root.relativize(file).toString().replace('\\', '/');
	}

	@Override
	public String toString() {
		return file + "#" + kind.id() + "/" + subject;
	}
}
