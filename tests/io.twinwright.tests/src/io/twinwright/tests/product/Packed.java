package io.twinwright.tests.product;

import java.nio.file.Path;
import java.util.Map;

/** A platform that the workbench is packed for. */
enum Packed {
	LINUX("linux", "gtk", "x86_64", ".tar.gz", "twinwright/", "twinwright-ide"),
	WINDOWS("win32", "win32", "x86_64", ".zip", "twinwright/", "twinwright-ide.cmd"),
	MACOS("macosx", "cocoa", "aarch64", ".tar.gz", "Twinwright.app/Contents/Eclipse/", "twinwright-ide"),
	MACOS_INTEL("macosx", "cocoa", "x86_64", ".tar.gz", "Twinwright.app/Contents/Eclipse/", "twinwright-ide");

	private static final Path PRODUCTS = Path.of(System.getProperty("twinwright.root"), "releng/io.twinwright.product/target/products");

	private final String os;
	private final String ws;
	private final String arch;
	private final String ending;
	private final String folder;
	private final String launcher;

	Packed(String os, String ws, String arch, String ending, String folder, String launcher) {
		this.os = os;
		this.ws = ws;
		this.arch = arch;
		this.ending = ending;
		this.folder = folder;
		this.launcher = launcher;
	}

	Path archive() {
		return PRODUCTS.resolve("twinwright-%s.%s.%s%s".formatted(os, ws, arch, ending));
	}

	/** @return the folder in the archive that holds the plug-ins */
	String folder() {
		return folder;
	}

	/** @return the script that starts the workbench, in {@link #folder()} */
	String launcher() {
		return launcher;
	}

	String swt() {
		return "org.eclipse.swt.%s.%s.%s".formatted(ws, os, arch);
	}

	/** @return what the filters of bundles for one platform ask about */
	Map<String, String> properties() {
		return Map.of("osgi.os", os, "osgi.ws", ws, "osgi.arch", arch);
	}
}
