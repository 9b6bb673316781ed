package io.twinwright.dsl.ide.navigation;

import com.google.inject.Inject;
import io.twinwright.dsl.ide.text.Places;
import io.twinwright.dsl.ide.text.Pointed;
import io.twinwright.model.Import;
import io.twinwright.model.NamedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.xtext.findReferences.IReferenceFinder.IResourceAccess;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.occurrences.IDocumentHighlightService;
import org.eclipse.xtext.ide.server.symbol.DocumentSymbolService;
import org.eclipse.xtext.resource.ILocationInFileProvider;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;

/** From a name to its declaration, to all its uses, and to those in the same file. */
public final class Navigation extends DocumentSymbolService implements IDocumentHighlightService {
	@Inject
	private ILocationInFileProvider locations;
	@Inject
	private Places places;
	@Inject
	private Uses uses;

	@Override
	public List<? extends Location> getDefinitions(XtextResource file, int offset, IResourceAccess access,
			CancelIndicator cancel) {
		return element(file, offset).flatMap(this::declaration).map(List::of).orElse(List.of());
	}

	private Optional<NamedElement> element(XtextResource file, int offset) {
		return Pointed.at(file, offset).map(Pointed::element).or(() -> imported(file, offset));
	}

	/** The name in an import is no reference; what it imports is found by its other uses' rules. */
	private static Optional<NamedElement> imported(XtextResource file, int offset) {
		return file.getContents().isEmpty() ? Optional.empty() : file.getContents().getFirst().eContents().stream()
				.filter(Import.class::isInstance).map(Import.class::cast).flatMap(imported -> Imports.declaration(imported, offset))
				.findFirst();
	}

	private Optional<Location> declaration(NamedElement element) {
		return element.eResource() instanceof XtextResource file
				? Optional.of(places.location(file, locations.getSignificantTextRegion(element))) : Optional.empty();
	}

	@Override
	public List<? extends Location> getReferences(Document document, XtextResource file, ReferenceParams parameters,
			IResourceAccess access, IResourceDescriptions index, CancelIndicator cancel) {
		Optional<NamedElement> element = element(file, document.getOffSet(parameters.getPosition()));
		List<Location> found = new ArrayList<>();
		if (parameters.getContext() != null && parameters.getContext().isIncludeDeclaration()) {
			element.flatMap(this::declaration).ifPresent(found::add);
		}
		element.ifPresent(target -> uses.of(target, file, cancel)
				.forEach(use -> found.add(places.location(use.file(), use.region()))));
		return found;
	}

	@Override
	public List<? extends DocumentHighlight> getDocumentHighlights(Document document, XtextResource file,
			DocumentHighlightParams parameters, CancelIndicator cancel) {
		List<DocumentHighlight> found = new ArrayList<>();
		element(file, document.getOffSet(parameters.getPosition())).ifPresent(element -> {
			if (element.eResource() == file) {
				found.add(new DocumentHighlight(Places.range(file, locations.getSignificantTextRegion(element)),
						DocumentHighlightKind.Write));
			}
			uses.in(file, element, cancel).forEach(use -> found.add(
					new DocumentHighlight(Places.range(use.file(), use.region()), DocumentHighlightKind.Read)));
		});
		return found;
	}
}
