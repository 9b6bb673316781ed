package io.twinwright.tests.mtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The classes, bases, variables and types in module type packages are those of real packages. Where they differ, the test
 * says how: real ones of 2019 misspell a type, which no reader can know.
 */
class StructureTest {
	private static final Set<String> DIFFERENCES_OF_2019 = Set.of(
			"MTPServiceSUCLib/ServiceControl.CommandExt:xs:unsignedLong", "MTPServiceSUCLib/ServiceControl.CurrentState:xs:unsignedLong",
			"MTPServiceSUCLib/ServiceStrategy.StrategyID:xs:unsignedLong",
			// real ones name no more than the last part of the path
			"AutomationMLInterfaceClassLib/AutomationMLBaseInterface/ExternalDataConnector<AutomationMLInterfaceClassLib/AutomationMLBaseInterface");

	@TempDir
	private Path folder;

	@Test
	void classesOf2022AreThoseOfRealPackages() throws IOException {
		Set<String> real = new TreeSet<>();
		try (var stream = StructureTest.class.getResourceAsStream("real-2022.txt")) {
			new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
					.map(line -> line.split("\\|", -1)).forEach(columns -> {
						String path = columns[1].strip();
						real.add(path + "<" + columns[2].strip());
						Stream.of(columns[3].strip().split(" ")).filter(variable -> !variable.isEmpty()).forEach(variable -> {
							String[] types = variable.substring(variable.indexOf(':') + 1).split("/");
							Stream.of(types).forEach(type -> real.add(path + "." + variable.substring(0, variable.indexOf(':')) + ":xs:" + type));
						});
					});
		}
		Set<String> made = new TreeSet<>();
		for (String document : generated("")) {
			made.addAll(declared(Caex.parse(document)));
			assertEquals(Set.of(), undeclared(Caex.parse(document)));
		}
		assertTrue(made.size() > 80, made::toString);
		made.removeAll(real);
		assertEquals(Set.of(), made);
	}

	@Test
	void classesOf2019AreThoseOfRealPackages() throws IOException {
		Set<String> real = new TreeSet<>();
		for (Path sample : samples()) {
			real.addAll(declared(Caex.parse(manifest(sample))));
		}
		Set<String> made = new TreeSet<>();
		for (String document : generated("--mtp-2019")) {
			made.addAll(declared(Caex.parse(document)));
			assertEquals(Set.of(), undeclared(Caex.parse(document)));
		}
		assertTrue(made.size() > 80, made::toString);
		made.removeAll(real);
		assertEquals(new TreeSet<>(DIFFERENCES_OF_2019), made);
	}

	/** Instances have the variables that instances of real packages have, and refer to nodes in the same way. */
	@Test
	void instancesOf2019LookLikeThoseOfARealPackage() throws IOException {
		Map<String, Map<String, Set<String>>> real = instances(Caex.parse(manifest(Caex.data().resolve("samples/Mixing_1.1.2_edited.zip"))));
		Set<String> differences = new TreeSet<>();
		Set<String> compared = new TreeSet<>();
		for (String document : generated("--mtp-2019")) {
			instances(Caex.parse(document)).forEach((path, variables) -> variables.forEach((variable, types) -> {
				if (real.containsKey(path)) {
					compared.add(path);
					Set<String> known = real.get(path).getOrDefault(variable, Set.of());
					types.stream().filter(type -> !known.contains(type)).forEach(type -> differences.add(last(path) + "." + variable + ":" + type));
				}
			}));
		}
		assertTrue(compared.containsAll(Set.of("MTPDataObjectSUCLib/DataAssembly/AnaView", "MTPServiceSUCLib/ServiceControl", "MTPServiceSUCLib/AnaServParam",
				"MTPServiceSUCLib/ServiceStrategy", "MTPCommunicationICLib/DataItem/OPCUAItem")), compared::toString);
		assertEquals(Set.of(
				// limits and units are in the package
				"AnaServParam.VMax:xs:double", "AnaServParam.VMin:xs:double", "AnaServParam.VSclMax:xs:double", "AnaServParam.VSclMin:xs:double",
				"AnaServParam.VUnit:xs:integer",
				// the one says nothing of these, as the class has them
				"AnaServParam.TagDescription:xs:string", "ServiceControl.TagDescription:xs:string",
				// the one misspells this
				"ServiceStrategy.StrategyID:xs:unsignedLong",
				// the one writes a number as a text, against its own class
				"OPCUAItem.Access:xs:unsignedByte"), differences);
	}

	private List<String> generated(String option) throws IOException {
		String[] options = option.isEmpty() ? new String[0] : new String[] {option};
		return Checkout.examples().stream().flatMap(example -> {
			try {
				return Caex.generate(folder.resolve(example.getFileName().toString() + option), example, options).values().stream();
			} catch (IOException e) {
				throw new AssertionError(e);
			}
		}).toList();
	}

	private static List<Path> samples() throws IOException {
		try (Stream<Path> files = Files.list(Caex.data().resolve("samples"))) {
			return files.sorted().toList();
		}
	}

	private static byte[] manifest(Path sample) throws IOException {
		if (sample.toString().endsWith(".aml")) {
			return Files.readAllBytes(sample);
		}
		try (ZipFile zip = new ZipFile(sample.toFile())) {
			return zip.getInputStream(zip.stream().filter(entry -> entry.getName().endsWith(".aml")).findFirst().orElseThrow()).readAllBytes();
		}
	}

	/** @return {@code path<base} of each class in a library, and {@code path.variable:type} of each of its variables */
	private static Set<String> declared(Document document) {
		Set<String> declared = new TreeSet<>();
		for (String tag : List.of("SystemUnitClass", "InterfaceClass", "RoleClass", "AttributeType")) {
			for (Element entry : Caex.all(document, tag)) {
				String path = path(entry);
				declared.add(path + "<" + (tag.equals("AttributeType") ? entry.getAttribute("RefAttributeType") : entry.getAttribute("RefBaseClassPath")));
				for (Element variable : Caex.children(entry, "Attribute")) {
					declared.add(path + "." + variable.getAttribute("Name") + ":" + variable.getAttribute("AttributeDataType"));
				}
			}
		}
		return declared;
	}

	private static String path(Element entry) {
		Node around = entry.getParentNode();
		String own = entry.getAttribute("Name");
		return around instanceof Element element && !element.getLocalName().equals("CAEXFile") ? path(element) + "/" + own : own;
	}

	/** @return the paths that elements refer to and no library of the document has */
	private static Set<String> undeclared(Document document) {
		Set<String> referred = new TreeSet<>();
		for (String tag : List.of("InternalElement", "ExternalInterface", "Attribute", "RoleRequirements", "SupportedRoleClass")) {
			for (Element element : Caex.all(document, tag)) {
				Stream.of("RefBaseSystemUnitPath", "RefBaseClassPath", "RefAttributeType", "RefBaseRoleClassPath", "RefRoleClassPath")
						.map(element::getAttribute).filter(path -> !path.isEmpty()).forEach(referred::add);
			}
		}
		declared(document).forEach(known -> referred.remove(known.replaceFirst("<.*", "")));
		return referred;
	}

	/** @return the types of the variables of all instances, by the path of their class */
	private static Map<String, Map<String, Set<String>>> instances(Document document) {
		Map<String, Map<String, Set<String>>> instances = new HashMap<>();
		for (String tag : List.of("InternalElement", "ExternalInterface")) {
			for (Element element : Caex.all(document, tag)) {
				for (Element variable : Caex.children(element, "Attribute")) {
					instances.computeIfAbsent(Caex.path(element), path -> new TreeMap<>())
							.computeIfAbsent(variable.getAttribute("Name"), name -> new TreeSet<>()).add(variable.getAttribute("AttributeDataType"));
				}
			}
		}
		return instances;
	}

	private static String last(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}
}
