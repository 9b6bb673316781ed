package io.twinwright.tests.product;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bundle in an archive, filled with one file after the other. */
final class ShippedBundle {
	private static final Pattern LICENCE = Pattern.compile("about\\.html|(META-INF/|license/)?LICEN[CS]E[^/]*(?<!\\.class)", Pattern.CASE_INSENSITIVE);
	private static final Pattern LICENCES_OF_POM = Pattern.compile("<licenses>.*?</licenses>", Pattern.DOTALL);

	private final StringBuilder declared = new StringBuilder();
	private final SwtClasses classes = new SwtClasses();
	private final Set<ClassFile.Member> calls = new HashSet<>();
	private Attributes manifest = new Attributes();
	private boolean about;

	void add(String file, byte[] content) throws IOException {
		if (file.equals("META-INF/MANIFEST.MF")) {
			manifest = new Manifest(new ByteArrayInputStream(content)).getMainAttributes();
			declared.append(header("Bundle-License")).append('\n');
		} else if (file.endsWith(".class") && !file.startsWith("META-INF/")) {
			ClassFile read = ClassFile.read(content);
			classes.add(read);
			read.calls().stream().filter(call -> SwtClasses.isOfSwt(call.owner())).forEach(calls::add);
		} else if (LICENCE.matcher(file).matches()) {
			about |= file.equals("about.html");
			declared.append(text(content)).append('\n');
		} else if (file.startsWith("META-INF/maven/") && file.endsWith("/pom.xml")) {
			Matcher licences = LICENCES_OF_POM.matcher(text(content));
			declared.append(licences.find() ? licences.group() : "").append('\n');
		}
	}

	private static String text(byte[] content) {
		return new String(content, StandardCharsets.ISO_8859_1);
	}

	String name() {
		return header("Bundle-SymbolicName").replaceFirst(";.*", "").strip();
	}

	/** @return a header of its manifest, empty if it has none of that name */
	String header(String name) {
		String value = manifest.getValue(name);
		return value == null ? "" : value;
	}

	boolean belongsToSwt() {
		return header("Fragment-Host").matches("org\\.eclipse\\.swt\\b(?!\\.).*");
	}

	boolean hasAbout() {
		return about;
	}

	/** @return what it says itself about its licence, in the words of many; empty if nothing */
	String declared() {
		return declared.toString().strip();
	}

	SwtClasses classes() {
		return classes;
	}

	/** @return what its classes use of SWT */
	Set<ClassFile.Member> calls() {
		return calls;
	}
}
