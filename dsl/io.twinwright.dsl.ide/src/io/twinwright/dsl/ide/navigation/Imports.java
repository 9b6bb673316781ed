package io.twinwright.dsl.ide.navigation;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Declaration;
import io.twinwright.model.Import;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import io.twinwright.model.TwinPackage;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** What single imports mean. */
final class Imports {
	private Imports() {
	}

	/** @return the declaration that an import names, if the offset is in that name */
	static Stream<NamedElement> declaration(Import imported, int offset) {
		boolean pointed = NodeModelUtils.findNodesForFeature(imported, TwinPackage.eINSTANCE.getImport_ImportedNamespace())
				.stream().anyMatch(node -> node.getOffset() <= offset && offset <= node.getEndOffset());
		return pointed ? declaration(imported) : Stream.empty();
	}

	private static Stream<NamedElement> declaration(Import imported) {
		return imported.eResource().getResourceSet().getResources().stream().map(Resource::getContents)
				.filter(contents -> !contents.isEmpty() && contents.getFirst() instanceof Model)
				.flatMap(contents -> ((Model) contents.getFirst()).getElements().stream())
				.filter(Declaration.class::isInstance).map(NamedElement.class::cast)
				.filter(element -> TwinModel.qualifiedName(element).equals(imported.getImportedNamespace()));
	}
}
