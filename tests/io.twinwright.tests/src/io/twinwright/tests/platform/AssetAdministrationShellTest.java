package io.twinwright.tests.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import aas_core.aas3_0.jsonization.Jsonization;
import aas_core.aas3_0.reporting.Reporting;
import aas_core.aas3_0.verification.Verification;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.aasx.AASXDeserializer;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.aasx.AASXSerializer;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.json.JsonDeserializer;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.json.JsonSchemaValidator;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.json.JsonSerializer;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.xml.XmlDeserializer;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.xml.XmlSerializer;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultEnvironment;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultProperty;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultSubmodel;
import org.junit.jupiter.api.Test;

/** AAS4J finds its own classes by scanning: wired wrongly, it writes other JSON without complaint. */
class AssetAdministrationShellTest {
	private final Environment environment = new DefaultEnvironment.Builder()
			.submodels(new DefaultSubmodel.Builder().id("urn:example:submodel").idShort("Submodel")
					.submodelElements(new DefaultProperty.Builder().idShort("Level").valueType(DataTypeDefXsd.INT).value("1").build())
					.build())
			.build();

	@Test
	void comesBackFromJson() throws Exception {
		String json = new JsonSerializer().write(environment);
		assertEquals(environment, new JsonDeserializer().read(json, Environment.class));
		assertEquals(Set.of(), new JsonSchemaValidator().validateSchema(json));
	}

	@Test
	void comesBackFromXml() throws Exception {
		assertEquals(environment, new XmlDeserializer().read(new XmlSerializer().write(environment)));
	}

	@Test
	void comesBackFromPackage() throws Exception {
		var out = new ByteArrayOutputStream();
		new AASXSerializer().write(environment, List.of(), out);
		assertEquals(environment, new AASXDeserializer(new ByteArrayInputStream(out.toByteArray())).read());
	}

	@Test
	void passesIndependentVerification() throws Exception {
		assertEquals(List.of(), verified(new JsonSerializer().write(environment)));
	}

	@Test
	void independentVerificationRejectsForbiddenName() throws Exception {
		assertNotEquals(List.of(), verified(new JsonSerializer().write(environment).replace("Level", "1st level")));
	}

	private static List<String> verified(String json) throws Exception {
		var read = Jsonization.Deserialize.deserializeEnvironment(new ObjectMapper().readTree(json));
		return StreamSupport.stream(Verification.verify(read).spliterator(), false).map(Reporting.Error::getCause).toList();
	}
}
