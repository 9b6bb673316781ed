package io.twinwright.dsl;

import com.google.inject.Injector;
import io.twinwright.model.TwinPackage;
import org.eclipse.emf.ecore.EPackage;

/** Sets the language up where no extension registry does it: command line, language server, tests. */
public class TwinStandaloneSetup extends TwinStandaloneSetupGenerated {
	@Override
	public Injector createInjectorAndDoEMFRegistration() {
		EPackage.Registry.INSTANCE.putIfAbsent(TwinPackage.eNS_URI, TwinPackage.eINSTANCE);
		return super.createInjectorAndDoEMFRegistration();
	}
}
