package io.twinwright.dsl.resource;

import io.twinwright.model.Declaration;
import io.twinwright.model.Model;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.EObjectDescription;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.impl.DefaultResourceDescriptionStrategy;
import org.eclipse.xtext.util.IAcceptor;

/** What other files see of a file: its declarations. What stands in their braces is found through them. */
public class TwinDescriptions extends DefaultResourceDescriptionStrategy {
	@Override
	public boolean createEObjectDescriptions(EObject object, IAcceptor<IEObjectDescription> acceptor) {
		if (object instanceof Declaration declaration) {
			QualifiedName name = getQualifiedNameProvider().getFullyQualifiedName(declaration);
			if (name != null) {
				acceptor.accept(EObjectDescription.create(name, declaration));
			}
		}
		return object instanceof Model;
	}
}
