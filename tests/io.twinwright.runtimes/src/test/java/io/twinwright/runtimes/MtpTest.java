package io.twinwright.runtimes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/** No process orchestration that loads module type packages was found for this platform, so nothing but the schemas is asked. */
class MtpTest {
	private static final String CONSUMER = "CAEX schemas";

	@TempDir
	private Path folder;

	@Test
	void theSchemasAcceptThePackages() throws Exception {
		Path schemas = Skipped.unless(CONSUMER, MtpTest::schemas);
		int checked = check(schema(schemas, "CAEX_ClassModel_V.3.0.xsd"), "packages") + check(schema(schemas, "CAEX_ClassModel_V2.15.xsd"), "older", "--mtp-2019");
		assertEquals(2 * (6 + 8), checked, "The modules of the bottling line and of the antibody cell, in both forms.");
		Proofs.onlySchemaValidated("mtp", CONSUMER, "3.0 and 2.15", "the packages of the modules of two examples, in the forms of 2022 and 2019");
	}

	private static Path schemas() {
		Path schemas = Checkout.root().resolveSibling("shared/data/mtp");
		assumeTrue(Files.isDirectory(schemas), "The schemas of CAEX are not beside the checkout.");
		return schemas;
	}

	private static Schema schema(Path folder, String name) throws SAXException {
		return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(folder.resolve(name).toFile());
	}

	private int check(Schema schema, String name, Object... options) throws Exception {
		int checked = 0;
		for (String example : List.of("bottling", "biopharma")) {
			Path output = folder.resolve(name).resolve(example);
			List<Object> arguments = new ArrayList<>(List.of("generate", Checkout.example(example), "--target", "mtp", "-o", output));
			arguments.addAll(List.of(options));
			Application.run(arguments.toArray());
			try (Stream<Path> packages = Files.list(output.resolve("mtp"))) {
				for (Path each : packages.toList()) {
					check(schema, each);
					checked++;
				}
			}
		}
		return checked;
	}

	private static void check(Schema schema, Path file) throws Exception {
		try (ZipFile zip = new ZipFile(file.toFile()); InputStream manifest = zip.getInputStream(zip.getEntry("manifest.aml"))) {
			String document = new String(manifest.readAllBytes(), StandardCharsets.UTF_8);
			schema.newValidator().validate(new StreamSource(new StringReader(document)));
			String broken = document.replaceFirst(" Name=\"ModuleTypePackage\"", "");
			assertThrows(SAXException.class, () -> schema.newValidator().validate(new StreamSource(new StringReader(broken))));
		}
	}
}
