package io.twinwright.dsl.ide.rename;

import com.google.inject.Inject;
import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.ide.navigation.Kinds;
import io.twinwright.dsl.ide.navigation.Uses.Use;
import io.twinwright.dsl.library.Library;
import io.twinwright.model.Declaration;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Structure;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.scoping.IScopeProvider;

/** Finds what already has the new name of an element, so that a text would mean something else after the renaming. */
final class NameClash {
	@Inject
	private IScopeProvider scopes;

	/** @throws RenameRefused if the name is taken beside the element or already means something where it is used */
	void check(NamedElement element, String name, List<Use> uses) throws RenameRefused {
		Optional<NamedElement> taken = beside(element, name).or(() -> meantAtUse(element, name, uses))
				.or(() -> captured(element, name));
		if (taken.isPresent()) {
			throw new RenameRefused("'%s' cannot be renamed to '%s': the %s '%s' has that name. Choose another one.".formatted(
					element.getName(), name, Kinds.word(taken.get()), TwinModel.qualifiedName(taken.get())));
		}
	}

	/** What stands in the same braces or, for a declaration, in the same namespace; also what subtypes have there. */
	private static Optional<NamedElement> beside(NamedElement element, String name) {
		if (element instanceof Declaration && element.eContainer() instanceof Model own) {
			return files(element).filter(model -> Objects.equals(model.getNamespace(), own.getNamespace()))
					.flatMap(model -> model.getElements().stream()).filter(other -> other != element)
					.filter(Declaration.class::isInstance).map(NamedElement.class::cast)
					.filter(other -> name.equals(other.getName())).findFirst();
		}
		EObject braces = element.eContainer();
		Stream<EObject> holders = braces instanceof Structure
				? files(element).flatMap(NameClash::structures).filter(holder -> holder != braces
						&& Members.lineage(holder).contains(braces)) : Stream.empty();
		return Stream.concat(Stream.of(braces), holders).flatMap(holder -> holder.eContents().stream())
				.filter(other -> other != element && other instanceof NamedElement named && name.equals(named.getName()))
				.map(NamedElement.class::cast).findFirst()
				.or(() -> Members.lineage(braces).stream().flatMap(holder -> holder.getElements().stream())
						.filter(other -> other != element && other instanceof NamedElement named && name.equals(named.getName()))
						.map(NamedElement.class::cast).findFirst());
	}

	private static Stream<Model> files(EObject element) {
		return List.copyOf(element.eResource().getResourceSet().getResources()).stream()
				.filter(resource -> !Library.contains(resource.getURI())).map(Resource::getContents)
				.filter(contents -> !contents.isEmpty() && contents.getFirst() instanceof Model)
				.map(contents -> (Model) contents.getFirst());
	}

	private static Stream<EObject> structures(Model file) {
		Stream.Builder<EObject> structures = Stream.builder();
		TreeIterator<EObject> contents = EcoreUtil.getAllProperContents(file, false);
		while (contents.hasNext()) {
			if (contents.next() instanceof Structure structure) {
				structures.add(structure);
			}
		}
		return structures.build();
	}

	/** The new name means something at a place where the element is used. */
	private Optional<NamedElement> meantAtUse(NamedElement element, String name, List<Use> uses) {
		return uses.stream().filter(use -> use.reference() != null)
				.map(use -> meant(use.owner(), use, name)).filter(Objects::nonNull).filter(other -> other != element).findFirst();
	}

	private NamedElement meant(EObject owner, Use use, String name) {
		IEObjectDescription found = scopes.getScope(owner, use.reference()).getSingleElement(QualifiedName.create(name));
		return found != null && found.getEObjectOrProxy() instanceof NamedElement named && !named.eIsProxy() ? named : null;
	}

	/** Something else that has the new name is used where the element, under that name, would be nearer. */
	private Optional<NamedElement> captured(NamedElement element, String name) {
		return List.copyOf(element.eResource().getResourceSet().getResources()).stream()
				.filter(resource -> resource instanceof XtextResource && !Library.contains(resource.getURI()))
				.flatMap(resource -> new NamedUses((XtextResource) resource, name).stream())
				.filter(use -> use.target() != element && finds(use, element)).map(NamedUses.Named::target).findFirst();
	}

	private boolean finds(NamedUses.Named use, NamedElement element) {
		IEObjectDescription found = scopes.getScope(use.owner(), use.reference())
				.getSingleElement(QualifiedName.create(element.getName()));
		return found != null && found.getEObjectOrProxy() == element;
	}
}
