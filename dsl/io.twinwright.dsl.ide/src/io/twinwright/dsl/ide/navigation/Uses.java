package io.twinwright.dsl.ide.navigation;

import io.twinwright.dsl.ide.text.Pointed;
import io.twinwright.dsl.library.Library;
import io.twinwright.model.Import;
import io.twinwright.model.NamedElement;
import io.twinwright.core.structure.TwinModel;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.ITextRegion;
import io.twinwright.model.TwinPackage;

import com.google.inject.Inject;

/** Finds where elements are used. */
public final class Uses {
	/**
	 * A name in a text that means an element.
	 *
	 * @param region the name; of a qualified name its last part
	 * @param owner what refers to the element; an import for the name that it imports
	 * @param reference by which it refers, null for an import
	 */
	public record Use(XtextResource file, ITextRegion region, EObject owner, EReference reference) {
	}

	@Inject
	private OperationCanceledManager cancellation;

	/** @return all uses of an element in the files of a project, by file and place */
	public List<Use> of(NamedElement element, Resource project, CancelIndicator cancel) {
		List<Use> uses = new ArrayList<>();
		for (Resource resource : List.copyOf(project.getResourceSet().getResources())) {
			if (resource instanceof XtextResource file && (!Library.contains(file.getURI()) || file == element.eResource())) {
				uses.addAll(in(file, element, cancel));
			}
		}
		return uses;
	}

	/** @return all uses of an element in one file, by place */
	public List<Use> in(XtextResource file, NamedElement element, CancelIndicator cancel) {
		List<Use> uses = new ArrayList<>();
		TreeIterator<EObject> contents = EcoreUtil.getAllProperContents(file, true);
		while (contents.hasNext()) {
			EObject owner = contents.next();
			cancellation.checkCanceled(cancel);
			for (EReference reference : owner.eClass().getEAllReferences()) {
				if (!reference.isContainment() && !reference.isContainer() && owner.eIsSet(reference)) {
					add(uses, file, owner, reference, element);
				}
			}
			if (owner instanceof Import imported && imports(imported, element)) {
				addImport(uses, file, imported);
			}
		}
		uses.sort((one, other) -> Integer.compare(one.region().getOffset(), other.region().getOffset()));
		return uses;
	}

	private static void add(List<Use> uses, XtextResource file, EObject owner, EReference reference, NamedElement element) {
		if (!reference.isMany()) {
			if (owner.eGet(reference) == element) {
				addAt(uses, file, owner, reference, 0);
			}
			return;
		}
		List<?> values = (List<?>) owner.eGet(reference);
		for (int i = 0; i < values.size(); i++) {
			if (values.get(i) == element) {
				addAt(uses, file, owner, reference, i);
			}
		}
	}

	private static void addAt(List<Use> uses, XtextResource file, EObject owner, EReference reference, int index) {
		List<INode> nodes = NodeModelUtils.findNodesForFeature(owner, reference);
		if (index < nodes.size()) {
			uses.add(new Use(file, Pointed.lastName(nodes.get(index)), owner, reference));
		}
	}

	private static boolean imports(Import imported, NamedElement element) {
		return imported.getImportedNamespace() != null && element.eContainer() instanceof io.twinwright.model.Model
				&& imported.getImportedNamespace().equals(TwinModel.qualifiedName(element));
	}

	private static void addImport(List<Use> uses, XtextResource file, Import imported) {
		for (INode node : NodeModelUtils.findNodesForFeature(imported, TwinPackage.eINSTANCE.getImport_ImportedNamespace())) {
			uses.add(new Use(file, Pointed.lastName(node), imported, null));
		}
	}
}
