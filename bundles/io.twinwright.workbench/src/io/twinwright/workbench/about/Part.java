package io.twinwright.workbench.about;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;

/**
 * A part of this installation.
 *
 * @param name its name in the user's language
 * @param plugin its symbolic name
 * @param licence an SPDX identifier for what is shipped with Twinwright, else what the part itself declares
 */
record Part(String name, String plugin, Version version, String licence) {
	private static final String LICENCES = "about/licences.properties";

	/** @return all parts, sorted by symbolic name; reads from many files */
	static List<Part> installed() {
		Bundle own = FrameworkUtil.getBundle(Part.class);
		Properties licences = new Properties();
		try (InputStream content = own.getEntry(LICENCES).openStream()) {
			licences.load(content);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return Arrays.stream(own.getBundleContext().getBundles()).map(bundle -> of(bundle, licences)).sorted(Comparator.comparing(Part::plugin)).toList();
	}

	private static Part of(Bundle bundle, Properties licences) {
		String plugin = bundle.getSymbolicName();
		String name = Objects.requireNonNullElse(bundle.getHeaders().get(Constants.BUNDLE_NAME), plugin);
		String licence = Stream.of(licences.getProperty(plugin), bundle.getHeaders().get("Bundle-License")).filter(Objects::nonNull).findFirst()
				.orElse(Messages.unlisted);
		return new Part(name, plugin, bundle.getVersion(), licence);
	}
}
