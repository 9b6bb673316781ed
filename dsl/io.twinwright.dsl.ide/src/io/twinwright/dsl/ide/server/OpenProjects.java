package io.twinwright.dsl.ide.server;

import com.google.inject.Inject;
import io.twinwright.dsl.ide.project.OpenProject;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.impl.ChunkedResourceDescriptions;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsData;

/** Which files belong together: one project for each folder, and one for the files beside each other that are in no folder. */
final class OpenProjects {
	private final IResourceServiceProvider language;
	private final Map<ProjectFolder, OpenProject> folders = new LinkedHashMap<>();
	private final Map<String, OpenProject> loose = new HashMap<>();

	@Inject
	OpenProjects(IResourceServiceProvider language) {
		this.language = language;
	}

	private OpenProject project() {
		return new OpenProject(language);
	}

	/** Makes a project of a folder, unless it is one. */
	void open(ProjectFolder folder) {
		folders.computeIfAbsent(folder, key -> project());
	}

	/** @return the project that a folder was, empty if it was none */
	Optional<OpenProject> close(ProjectFolder folder) {
		return Optional.ofNullable(folders.remove(folder));
	}

	/** Closes the projects of no folder that have no files. */
	void closeEmpty() {
		loose.values().removeIf(project -> project.files().isEmpty());
	}

	/** @return the projects of folders */
	Map<ProjectFolder, OpenProject> folders() {
		return folders;
	}

	/** @return all projects, those of folders first */
	Set<OpenProject> all() {
		Set<OpenProject> all = new LinkedHashSet<>(folders.values());
		all.addAll(loose.values());
		return all;
	}

	/** @return some project */
	OpenProject any() {
		return all().stream().findFirst().orElseGet(() -> loose.computeIfAbsent("", key -> project()));
	}

	/** @return the innermost folder that contains a file or folder */
	Optional<ProjectFolder> folder(URI uri) {
		return !uri.isFile() ? Optional.empty() : folders.keySet().stream().filter(folder -> folder.contains(path(uri)))
				.max(Comparator.comparingInt(folder -> folder.path().getNameCount()));
	}

	static Path path(URI uri) {
		return Path.of(uri.toFileString());
	}

	/** @return the project that a file belongs to */
	OpenProject of(URI uri) {
		return folder(uri).map(folders::get).orElseGet(() -> loose.computeIfAbsent(uri.trimSegments(1).toString(),
				key -> project()));
	}

	/** @return the names that the files of each project declare */
	IResourceDescriptions index() {
		Map<String, ResourceDescriptionsData> all = new LinkedHashMap<>();
		folders.forEach((folder, project) -> all.put(folder.path().toString(), project.index()));
		loose.forEach((name, project) -> all.put(name, project.index()));
		return new ChunkedResourceDescriptions(all);
	}
}
