package io.twinwright.workbench.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The examples that come with the workbench. */
public final class Examples {
	private static final String FOLDER = "examples/";
	private static final Bundle BUNDLE = FrameworkUtil.getBundle(Examples.class);

	private Examples() {
	}

	/** @return their names, sorted */
	public static List<String> names() {
		return Collections.list(BUNDLE.getEntryPaths(FOLDER)).stream().filter(path -> path.endsWith("/"))
				.map(path -> IPath.fromPortableString(path).lastSegment()).sorted().toList();
	}

	/** @return what an example is about, in Markdown */
	static String page(String example) {
		try (InputStream page = BUNDLE.getEntry(FOLDER + example + "/README.md").openStream()) {
			return new String(page.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}

	/** @return what an example is about, in one line of a language; in English where there is none in it */
	public static String title(String example, Locale locale) {
		try (InputStream titles = Examples.class.getResourceAsStream("examples_" + locale.getLanguage() + ".properties")) {
			Properties translated = new Properties();
			if (titles != null) {
				translated.load(new InputStreamReader(titles, StandardCharsets.UTF_8));
			}
			return translated.getProperty(example, page(example).lines().findFirst().orElseThrow().replaceFirst("^#+ ", ""));
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}

	/** @param example null for a project that stays empty */
	static ProjectWizard.Filling filling(String example) {
		return (project, monitor) -> {
			if (example != null) {
				copy(example, project, monitor);
			}
		};
	}

	/**
	 * Makes the files of an example in an open project.
	 *
	 * @throws CoreException if one cannot be made
	 */
	public static void copy(String example, IProject project, SubMonitor monitor) throws CoreException {
		String from = FOLDER + example + "/";
		List<URL> files = new ArrayList<>(Collections.list(BUNDLE.findEntries(from, "*", true)));
		files.removeIf(file -> file.getPath().endsWith("/"));
		monitor.setWorkRemaining(files.size());
		for (URL file : files) {
			String path = file.getPath().substring(file.getPath().indexOf(from) + from.length());
			try (InputStream content = file.openStream()) {
				ProjectFiles.make(project, IPath.fromPortableString(path), content, monitor.split(1));
			} catch (IOException e) {
				throw new CoreException(Status.error(e.getMessage(), e));
			}
		}
	}
}
