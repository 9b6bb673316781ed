package io.twinwright.dsl.ide.rename;

import com.google.inject.Inject;
import io.twinwright.core.diagnostic.Fix.Edit;
import io.twinwright.dsl.ide.navigation.Uses;
import io.twinwright.dsl.ide.navigation.Uses.Use;
import io.twinwright.dsl.ide.text.Places;
import io.twinwright.dsl.ide.text.Pointed;
import io.twinwright.model.NamedElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.xtext.resource.ILocationInFileProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.ITextRegion;

/** Changes a name where it is declared and everywhere it is used, or says why not. */
public final class Renaming {
	@Inject
	private Uses uses;
	@Inject
	private NewName names;
	@Inject
	private NameClash clashes;
	@Inject
	private ILocationInFileProvider locations;
	@Inject
	private Places places;

	/**
	 * @return the name at an offset, null if there is none
	 * @throws RenameRefused for a name of the library
	 */
	public PrepareRenameResult prepare(XtextResource file, int offset) throws RenameRefused {
		Optional<Pointed> pointed = Pointed.at(file, offset);
		if (pointed.isEmpty()) {
			return null;
		}
		requireOwn(pointed.get().element());
		return new PrepareRenameResult(Places.range(file, pointed.get().region()), pointed.get().element().getName());
	}

	/**
	 * @param wanted the new name, with or without a caret before it
	 * @return the changes of all files, null if there is no name at the offset
	 * @throws RenameRefused if it is no name, is taken, or the element belongs to the library
	 */
	public WorkspaceEdit edit(XtextResource file, int offset, String wanted) throws RenameRefused {
		Optional<Pointed> pointed = Pointed.at(file, offset);
		if (pointed.isEmpty()) {
			return null;
		}
		Map<String, List<TextEdit>> edits = new LinkedHashMap<>();
		changes(pointed.get().element(), wanted).forEach((changed, spans) -> edits.put(places.uri(changed), spans.stream()
				.map(edit -> new TextEdit(Places.range(changed, edit.offset(), edit.length()), edit.text())).toList()));
		return new WorkspaceEdit(edits);
	}

	/**
	 * @param wanted the new name, with or without a caret before it
	 * @return the changes of all files; none if it is its name already
	 * @throws RenameRefused if it is no name, is taken, or the element belongs to the library
	 */
	public Map<XtextResource, List<Edit>> changes(NamedElement element, String wanted) throws RenameRefused {
		requireOwn(element);
		String name = names.checked(wanted);
		Map<XtextResource, List<Edit>> edits = new LinkedHashMap<>();
		if (!name.equals(element.getName())) {
			List<Use> found = uses.of(element, element.eResource(), CancelIndicator.NullImpl);
			clashes.check(element, name, found);
			String written = names.written(name);
			add(edits, (XtextResource) element.eResource(), locations.getSignificantTextRegion(element), written);
			found.forEach(use -> add(edits, use.file(), use.region(), written));
		}
		return edits;
	}

	private static void add(Map<XtextResource, List<Edit>> edits, XtextResource file, ITextRegion region, String name) {
		edits.computeIfAbsent(file, key -> new ArrayList<>()).add(new Edit(region.getOffset(), region.getLength(), name));
	}

	private static void requireOwn(NamedElement element) throws RenameRefused {
		if (element.eResource() instanceof XtextResource file && Places.isReadOnly(file)) {
			throw new RenameRefused("'%s' belongs to the library and keeps its name.".formatted(element.getName()));
		}
	}
}
