package io.twinwright.dsl.ide.server;

import com.google.inject.Guice;
import com.google.inject.Injector;
import io.twinwright.dsl.TwinRuntimeModule;
import io.twinwright.dsl.ide.TwinIdeModule;
import io.twinwright.dsl.ide.TwinIdeSetup;
import io.twinwright.dsl.project.Project;
import org.eclipse.emf.ecore.EValidator;
import org.eclipse.emf.ecore.impl.EValidatorRegistryImpl;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.util.Modules2;

/** Sets the language up for one server alone: it is registered nowhere, so that servers do not share what they remember. */
final class OwnLanguage extends TwinIdeSetup {
	private final OneLanguage languages = new OneLanguage();
	private final ClientUris uris;

	OwnLanguage(ClientUris uris) {
		this.uris = uris;
	}

	@Override
	public Injector createInjector() {
		return Guice.createInjector(Modules2.mixin(new TwinRuntimeModule(), new TwinIdeModule(), binder -> {
			binder.bind(IResourceServiceProvider.Registry.class).toInstance(languages);
			binder.bind(EValidator.Registry.class).toInstance(new EValidatorRegistryImpl());
			binder.bind(UriExtensions.class).toInstance(uris);
		}));
	}

	@Override
	public void register(Injector injector) {
		languages.set(injector.getInstance(IResourceServiceProvider.class), Project.ENDING.substring(1));
	}
}
