package io.twinwright.dsl.ide.server;

import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.Module;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.xtext.ide.server.ILanguageServerShutdownAndExitHandler;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.eclipse.xtext.ide.server.ServerModule;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.ide.server.WorkspaceManager;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.util.Modules2;

/** What one server is made of. */
public final class ServerBindings extends AbstractModule {
	private final LibraryFolder library;
	private final ExitCode exit;

	private ServerBindings(LibraryFolder library, ExitCode exit) {
		this.library = library;
		this.exit = exit;
	}

	/** @return Xtext's server with everything replaced that is ours */
	public static Module of(LibraryFolder library, ExitCode exit) {
		return Modules2.mixin(new ServerModule(), new ServerBindings(library, exit));
	}

	@Override
	protected void configure() {
		ClientUris uris = new ClientUris(library);
		Injector language = new OwnLanguage(uris).createInjectorAndDoEMFRegistration();
		bind(ClientUris.class).toInstance(uris);
		bind(UriExtensions.class).toInstance(uris);
		bind(IResourceServiceProvider.class).toProvider(() -> language.getInstance(IResourceServiceProvider.class));
		bind(IResourceServiceProvider.Registry.class)
				.toProvider(() -> language.getInstance(IResourceServiceProvider.Registry.class));
		bind(ILanguageServerShutdownAndExitHandler.class).toInstance(exit);
		bind(LanguageServerImpl.class).to(TwinServer.class);
		bind(WorkspaceManager.class).to(Workspace.class);
		bind(ExecutorService.class).toInstance(reader());
	}

	/** Questions are answered one after the other, since models compute and remember on being asked. */
	private static ExecutorService reader() {
		return Executors.newSingleThreadExecutor(task -> Thread.ofPlatform().daemon().name("twin reader").unstarted(task));
	}
}
