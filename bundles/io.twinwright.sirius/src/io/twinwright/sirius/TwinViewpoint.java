package io.twinwright.sirius;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Plugin;
import org.eclipse.core.runtime.Status;

/**
 * Tells Sirius where the viewpoint is. Sirius asks for it when it starts, by an extension that names a {@code Plugin}; it is called by
 * name, so that nothing here needs it to be compiled.
 */
public final class TwinViewpoint extends Plugin implements IExecutableExtension {
	/** Where the viewpoint is, as Sirius wants it: the bundle, then the path in it. */
	public static final String PLACE = "io.twinwright.sirius/description/twinwright.odesign";
	private static final String REGISTRY = "org.eclipse.sirius.business.api.componentization.ViewpointRegistry";

	@Override
	public void setInitializationData(IConfigurationElement element, String property, Object data) {
		try {
			register(Class.forName(REGISTRY));
		} catch (ReflectiveOperationException e) {
			Platform.getLog(getClass()).log(new Status(IStatus.ERROR, "io.twinwright.sirius",
					"The diagrams of Twinwright are not to be had in this version of Sirius.", e));
		}
	}

	/**
	 * @param registry the class of Sirius's registry of viewpoints
	 * @throws ReflectiveOperationException if it is not as in Sirius 7
	 */
	public static void register(Class<?> registry) throws ReflectiveOperationException {
		Object only = registry.getMethod("getInstance").invoke(null);
		registry.getMethod("registerFromPlugin", String.class).invoke(only, PLACE);
	}
}
