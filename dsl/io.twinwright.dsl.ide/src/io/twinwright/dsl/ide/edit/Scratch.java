package io.twinwright.dsl.ide.edit;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.ide.project.OpenProject;
import io.twinwright.dsl.library.Library;
import io.twinwright.model.Declaration;
import io.twinwright.model.Model;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource.Diagnostic;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;

/** A copy of the texts of a project, parsed and linked, on which changes are tried. Used by one thread at a time. */
final class Scratch {
	private final OpenProject project;

	Scratch(IResourceServiceProvider language) {
		this.project = new OpenProject(language);
	}

	/** Takes the texts of all files over; those that are as they were stay as they are. */
	void take(Map<URI, String> texts) {
		project.take(texts, List.copyOf(project.files()).stream().filter(file -> !texts.containsKey(file)).toList());
	}

	/** @return the files by their names */
	Collection<XtextResource> files() {
		Map<String, XtextResource> files = new TreeMap<>();
		project.resources().forEach(file -> files.put(file.getURI().toString(), file));
		return files.values();
	}

	static String text(XtextResource file) {
		return file.getParseResult().getRootNode().getText();
	}

	/** @return what the files say together */
	TwinModel twin() {
		return new TwinModel(files().stream().map(XtextResource::getContents).filter(contents -> !contents.isEmpty())
				.map(List::getFirst).filter(Model.class::isInstance).map(Model.class::cast).toList());
	}

	/** @return what everybody sees without an import */
	Collection<Declaration> library() {
		return files().stream().findFirst().map(file -> Library.of(file.getResourceSet()).declarations().values()).orElse(List.of());
	}

	/** @throws Refusal if a file cannot be read as a whole, so that something in it might use what changes; an empty one uses nothing */
	void requireWhole() throws Refusal {
		for (XtextResource file : files()) {
			if (isBroken(file) && !isEmpty(file)) {
				throw Elements.broken(file);
			}
		}
	}

	/** @return whether a file says nothing yet */
	static boolean isEmpty(XtextResource file) {
		return file.getParseResult() == null || text(file).isBlank();
	}

	static boolean isBroken(XtextResource file) {
		return file.getParseResult() == null || file.getParseResult().hasSyntaxErrors() || file.getContents().isEmpty();
	}

	/** @return the syntax and linking errors of all files, without their places */
	List<String> errors() {
		List<String> errors = new ArrayList<>();
		for (XtextResource file : files()) {
			EcoreUtil2.resolveLazyCrossReferences(file, CancelIndicator.NullImpl);
			for (Diagnostic error : file.getErrors()) {
				errors.add(error.getMessage());
			}
		}
		return errors;
	}
}
