package io.twinwright.dsl.validation;

import com.google.inject.Inject;
import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.diagnostic.Nearest;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.library.Library;
import io.twinwright.dsl.naming.TwinNames;
import io.twinwright.model.Contract;
import io.twinwright.model.Declaration;
import io.twinwright.model.End;
import io.twinwright.model.Import;
import io.twinwright.model.Model;
import io.twinwright.model.Multiplicity;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Offer;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.model.Segment;
import io.twinwright.model.Signal;
import io.twinwright.model.Structure;
import io.twinwright.model.TopElement;
import io.twinwright.model.TwinPackage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsProvider;
import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.CheckType;

/** Group 1: references between files, numbers of repeated elements, and what is private. */
public class ReferenceRules extends Rules {
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;

	@Inject
	private ResourceDescriptionsProvider descriptions;

	@Check
	public void declarationsAreUnique(Model model) {
		QualifiedName namespace = TwinNames.namespace(model);
		if (namespace == null) {
			return;
		}
		IResourceDescriptions project = descriptions.getResourceDescriptions(model.eResource());
		Set<String> seen = new HashSet<>();
		for (TopElement element : model.getElements()) {
			if (element instanceof Declaration declaration && declaration.getName() != null) {
				String other = seen.add(declaration.getName()) ? elsewhere(project, namespace, declaration) : "this file";
				if (other != null) {
					report(Rule.DUPLICATE_DECLARATION, "Name '%s' is declared in %s too. Give one of them another name."
							.formatted(declaration.getName(), other), declaration, TWIN.getNamedElement_Name(),
							NameRules.renamed(declaration, seen));
				}
			}
		}
	}

	/** @return the other file that declares the same name, null if none does */
	private static String elsewhere(IResourceDescriptions project, QualifiedName namespace, Declaration declaration) {
		QualifiedName name = namespace.append(declaration.getName());
		for (IEObjectDescription other : project.getExportedObjects(TWIN.getDeclaration(), name, false)) {
			if (!other.getEObjectURI().trimFragment().equals(declaration.eResource().getURI())) {
				return "'" + URI.decode(other.getEObjectURI().trimFragment().lastSegment()) + "'";
			}
		}
		return null;
	}

	@Check(CheckType.NORMAL)
	public void importsAreNeeded(Model model) {
		List<Import> imports = model.getElements().stream().filter(Import.class::isInstance).map(Import.class::cast)
				.filter(imported -> imported.getImportedNamespace() != null).toList();
		if (imports.isEmpty()) {
			return;
		}
		Set<String> known = facts(model).importable();
		Set<String> unused = unused(model, imports);
		Set<String> seen = new HashSet<>();
		for (Import imported : imports) {
			String name = imported.getImportedNamespace();
			if (!known.contains(name)) {
				unknown(imported, Nearest.to(name, known));
			} else if (unused.contains(name)) {
				report(Rule.UNUSED_IMPORT, "Import '%s' is not used. Remove it.".formatted(name), imported,
						TWIN.getImport_ImportedNamespace(), Edits.fix("Remove the import", Edits.remove(imported)));
			} else if (!seen.add(name)) {
				report(Rule.UNUSED_IMPORT, "Import '%s' is given twice. Remove the second.".formatted(name), imported,
						TWIN.getImport_ImportedNamespace(), Edits.fix("Remove the import", Edits.remove(imported)));
			}
		}
	}

	/** @return what an import may say: the full names of all declarations, and their namespaces with {@code .*} */
	static Set<String> importable(TwinModel twin) {
		Set<String> exported = new HashSet<>();
		exported.add(Library.NAMESPACE + ".*");
		for (Declaration declaration : twin.all(Declaration.class)) {
			if (declaration.getName() != null) {
				exported.add(TwinModel.qualifiedName(declaration));
				exported.add(((Model) declaration.eContainer()).getNamespace() + ".*");
			}
		}
		return exported;
	}

	private void unknown(Import imported, List<String> near) {
		String hint = near.isEmpty() ? "Import a namespace that a file of the project declares, with '.*' at its end."
				: "Did you mean '%s'?".formatted(near.getFirst());
		List<Fix> fixes = new ArrayList<>();
		near.forEach(name -> fixes.addAll(Edits.fix("Change to '%s'".formatted(name),
				Edits.replace(imported, TWIN.getImport_ImportedNamespace(), 0, name))));
		report(Rule.UNKNOWN_IMPORT, "Namespace '%s' does not exist in this project. %s"
				.formatted(imported.getImportedNamespace().replace(".*", ""), hint), imported, TWIN.getImport_ImportedNamespace(), fixes);
	}

	/** @return what is imported though the file refers to nothing that the import makes known */
	private static Set<String> unused(Model model, List<Import> imports) {
		Set<String> unused = imports.stream().map(Import::getImportedNamespace).collect(Collectors.toSet());
		TreeIterator<EObject> contents = EcoreUtil.getAllContents(model, true);
		while (!unused.isEmpty() && contents.hasNext()) {
			for (EObject target : contents.next().eCrossReferences()) {
				if (target instanceof Declaration declaration && declaration.eResource() != model.eResource()
						&& declaration.eContainer() instanceof Model other) {
					unused.remove(other.getNamespace() + "." + declaration.getName());
					unused.remove(other.getNamespace() + ".*");
				}
			}
		}
		return unused;
	}

	@Check
	public void numbersExist(Segment segment) {
		if (segment.isSetIndex()) {
			number(segment, segment.getTarget(), segment.getIndex(), TWIN.getSegment_Index());
		}
	}

	@Check
	public void numbersExist(End end) {
		if (end.isSetIndex()) {
			number(end, end.getPart(), end.getIndex(), TWIN.getEnd_Index());
		}
		if (end.isSetPortIndex()) {
			number(end, end.getPort(), end.getPortIndex(), TWIN.getEnd_PortIndex());
		}
	}

	private void number(EObject element, NamedElement target, int number, EStructuralFeature feature) {
		if (target == null || target.eIsProxy()) {
			return;
		}
		Multiplicity numbers = switch (target) {
			case Part part -> part.getMultiplicity();
			case Port port -> port.getMultiplicity();
			case Signal signal -> signal.getMultiplicity();
			default -> null;
		};
		if (numbers == null) {
			report(Rule.INDEX_ON_SINGLE, "'%s' is not repeated, so it has no number %d. Leave the number out."
					.formatted(target.getName(), number), element, feature, Edits.fix("Remove the number",
					Edits.removeWithSignBefore(element, feature)));
		} else if (number < numbers.getLow() || number > numbers.getHigh()) {
			int nearest = number < numbers.getLow() ? numbers.getLow() : numbers.getHigh();
			report(Rule.INDEX_OUT_OF_BOUNDS, "'%s' has no number %d. It is repeated from %d to %d.".formatted(
					target.getName(), number, numbers.getLow(), numbers.getHigh()), element, feature,
					Edits.fix("Use %d".formatted(nearest), Edits.replace(element, feature, 0, Integer.toString(nearest))));
		}
	}

	@Check
	public void privateSignalsStayInside(Segment segment) {
		if (!(segment.getTarget() instanceof Signal signal) || !signal.isPrivate()
				|| EcoreUtil2.getContainerOfType(segment, Offer.class) != null
				|| EcoreUtil2.getContainerOfType(segment, Contract.class) != null) {
			return;
		}
		for (EObject up = segment.eContainer(); up != null; up = up.eContainer()) {
			if (up instanceof Structure structure && Members.lineage(structure).contains(signal.eContainer())) {
				return;
			}
		}
		report(Rule.PRIVATE_USED, "Signal '%s' is private to '%s'. Use it there only, or compute a public insight from it."
				.formatted(signal.getName(), signal.eContainer() instanceof NamedElement owner ? owner.getName() : "its braces"),
				segment, TWIN.getSegment_Target());
	}
}
