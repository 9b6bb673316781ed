package io.twinwright.dsl.scoping;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.impl.AbstractScope;
import org.eclipse.xtext.scoping.IScope;

/** A scope that looks a name up, and lists all names only for those who ask for them. */
final class LookupScope extends AbstractScope {
	private final Function<QualifiedName, IEObjectDescription> find;
	private final Supplier<Collection<IEObjectDescription>> all;

	LookupScope(Function<QualifiedName, IEObjectDescription> find, Supplier<Collection<IEObjectDescription>> all) {
		super(IScope.NULLSCOPE, false);
		this.find = find;
		this.all = all;
	}

	@Override
	public IEObjectDescription getSingleElement(QualifiedName name) {
		return find.apply(name);
	}

	@Override
	protected Iterable<IEObjectDescription> getLocalElementsByName(QualifiedName name) {
		IEObjectDescription found = find.apply(name);
		return found == null ? List.of() : List.of(found);
	}

	@Override
	protected Iterable<IEObjectDescription> getLocalElementsByEObject(EObject object, URI uri) {
		return all.get().stream().filter(description -> description.getEObjectOrProxy() == object
				|| uri.equals(EcoreUtil2.getPlatformResourceOrNormalizedURI(description.getEObjectOrProxy()))).toList();
	}

	@Override
	protected Iterable<IEObjectDescription> getAllLocalElements() {
		return all.get();
	}
}
