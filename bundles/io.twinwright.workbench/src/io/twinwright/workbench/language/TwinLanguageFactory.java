package io.twinwright.workbench.language;

import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;

/** Gives the workbench its language at the first request. */
public final class TwinLanguageFactory extends AbstractServiceFactory {
	@Override
	public Object create(Class service, IServiceLocator parent, IServiceLocator locator) {
		return parent.getService(service) == null ? new TwinLanguage() : null;
	}
}
