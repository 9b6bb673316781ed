package io.twinwright.workbench.discover;

import io.twinwright.core.discovery.Match;
import io.twinwright.core.discovery.Matching;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.ide.edit.Editing;
import io.twinwright.dsl.ide.edit.MachineInsertion;
import io.twinwright.dsl.ide.edit.MachineInsertion.Inserted;
import io.twinwright.dsl.insert.Server;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.workbench.language.Models;
import io.twinwright.workbench.language.Texts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.emf.common.util.URI;
import org.eclipse.osgi.util.NLS;
import org.eclipse.xtext.resource.XtextResource;

/**
 * What a project says with a machine in it, checked, and not written yet. Made apart from the thread of the user interface.
 *
 * @param before the model of the texts as they are on the disk; nobody else uses it
 * @param files the files that change, with what they say before and after
 * @param piece the name of the machine in the texts
 */
record NewText(IProject project, TwinModel before, Map<IFile, Change> files, String piece) {
	/** What a file says. */
	record Change(String before, String after) {
	}

	/**
	 * @param swap whether the machine takes the position; else it fills a free one and stands by for a filled one
	 * @throws CoreException with a sentence if there is no such position any more, the machine cannot be put there, or the text would
	 *         have errors
	 */
	static NewText of(Row.Found found, String position, boolean swap) throws CoreException {
		IProject project = found.fit().project();
		TwinModel twin = Models.load(project).twin();
		Position at = twin.roots().stream().flatMap(root -> root.all().stream()).filter(one -> one.path().equals(position)).findFirst()
				.orElseThrow(() -> Models.failure(NLS.bind(Messages.noPosition, position), null));
		List<Match> matches = new Matching(twin).match(found.machine());
		if (matches.isEmpty()) {
			throw Models.failure(NLS.bind(Messages.noType, found.machine().title()), null);
		}
		LinkSettings settings = found.server();
		Server server = new Server(settings.url(), settings.security(), settings.mode(), settings.user() != null, false);
		MachineInsertion machines = Models.machines();
		Inserted inserted = swap ? machines.swap(found.machine(), matches.getFirst(), server, at, twin)
				: machines.insert(found.machine(), matches.getFirst(), server, at, twin);
		return switch (inserted) {
			case Inserted.Refused refused -> throw Models.failure(refused.sentence(), null);
			case Inserted.Changed changed -> of(project, twin, changed);
		};
	}

	private static NewText of(IProject project, TwinModel twin, Inserted.Changed changed) throws CoreException {
		Map<URI, String> before = Editing.texts((XtextResource) twin.files().getFirst().eResource());
		Map<URI, String> after = new HashMap<>(before);
		after.putAll(changed.texts());
		NewText text = new NewText(project, twin, new LinkedHashMap<>(), changed.piece());
		text.requireFine(after);
		changed.texts().forEach((uri, said) -> Texts.file(uri.toString()).ifPresent(file -> text.files.put(file, new Change(before.get(uri), said))));
		return text;
	}

	private void requireFine(Map<URI, String> texts) throws CoreException {
		SortedMap<Path, String> files = new TreeMap<>();
		texts.forEach((uri, said) -> files.put(Path.of(uri.toFileString()), said));
		Models.of(project, files);
	}
}
