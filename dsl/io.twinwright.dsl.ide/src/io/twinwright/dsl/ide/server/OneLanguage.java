package io.twinwright.dsl.ide.server;

import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.impl.ResourceServiceProviderRegistryImpl;

/** Holds one language, which is that of every file: what a client opens here is a twin text, whatever its URI ends in. */
final class OneLanguage extends ResourceServiceProviderRegistryImpl {
	private IResourceServiceProvider language;

	void set(IResourceServiceProvider language, String ending) {
		this.language = language;
		getExtensionToFactoryMap().put(ending, language);
	}

	@Override
	public IResourceServiceProvider getResourceServiceProvider(URI uri, String contentType) {
		return language;
	}
}
