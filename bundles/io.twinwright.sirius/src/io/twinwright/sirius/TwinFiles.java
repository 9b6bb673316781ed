package io.twinwright.sirius;

import io.twinwright.dsl.TwinStandaloneSetup;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.IResourceServiceProvider;

/**
 * Reads and writes twin files wherever EMF is asked for one. The language is set up once for the whole program: where somebody has
 * done so already, as the workbench does, that is used.
 */
public final class TwinFiles implements Resource.Factory {
	@Override
	public Resource createResource(URI uri) {
		return Language.of(uri).get(IResourceFactory.class).createResource(uri);
	}

	private static final class Language {
		static synchronized IResourceServiceProvider of(URI uri) {
			IResourceServiceProvider.Registry registry = IResourceServiceProvider.Registry.INSTANCE;
			if (!registry.getExtensionToFactoryMap().containsKey(uri.fileExtension())) {
				// takes the place of this factory in EMF's registry too
				new TwinStandaloneSetup().createInjectorAndDoEMFRegistration();
			}
			return registry.getResourceServiceProvider(uri);
		}
	}
}
