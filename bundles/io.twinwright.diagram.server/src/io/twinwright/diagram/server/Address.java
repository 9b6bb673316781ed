package io.twinwright.diagram.server;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.model.NamedElement;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.xtext.resource.XtextResource;

/**
 * What names a diagram, as in {@code plant.twin#line/acme.bottling.Juice1}, and {@code …#line/acme.Skid@House.lone} for what is
 * looked at in one place of the plant.
 *
 * @param file the twin file, relative to the folder of the project and with slashes
 * @param kind what it is about
 * @param subject the qualified name of what it shows
 * @param place the path of the position at which it is looked at, null for the one where it is or the first one
 */
record Address(String file, DiagramKind kind, String subject, String place) {
	/** Names of files and paths of positions may have the sign that separates them too; what comes behind it tells them apart. */
	private static final Pattern FORM = Pattern.compile("(?<file>.*)#(?<kind>%s)/(?<subject>[^@]*)(@(?<place>.+))?".formatted(
			Stream.of(DiagramKind.values()).map(DiagramKind::id).collect(Collectors.joining("|"))), Pattern.DOTALL);

	/** @return the address of a text that is one */
	static Optional<Address> of(String text) {
		Matcher parts = FORM.matcher(text);
		if (!parts.matches()) {
			return Optional.empty();
		}
		DiagramKind kind = Stream.of(DiagramKind.values()).filter(one -> one.id().equals(parts.group("kind"))).findFirst().orElseThrow();
		return Optional.of(new Address(parts.group("file"), kind, parts.group("subject"), parts.group("place")));
	}

	/** @return the address of a diagram of a declaration */
	static Address of(Path root, DiagramKind kind, NamedElement subject) {
		return new Address(file(root, ProjectState.path((XtextResource) subject.eResource())), kind, TwinModel.qualifiedName(subject), null);
	}

	/** @return the same at a place of the plant, null for any */
	Address at(String where) {
		return new Address(file, kind, subject, where);
	}

	/** @return the same in any file */
	Address anywhere() {
		return new Address("", kind, subject, place);
	}

	/** @return the name of a file in addresses */
	static String file(Path root, Path file) {
		return root.relativize(file).toString().replace('\\', '/');
	}

	@Override
	public String toString() {
		return file + "#" + kind.id() + "/" + subject + (place == null ? "" : "@" + place);
	}
}
