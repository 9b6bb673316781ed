package io.twinwright.generators.aas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.digitaltwin.aas4j.v3.model.Key;
import org.eclipse.digitaltwin.aas4j.v3.model.KeyTypes;
import org.eclipse.digitaltwin.aas4j.v3.model.Reference;
import org.eclipse.digitaltwin.aas4j.v3.model.ReferenceTypes;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultKey;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultReference;

/** Makes references (IDTA 01001, clause 5.3.10). */
final class References {
	private static final String UCUM = "http://unitsofmeasure.org";

	private References() {
	}

	/** @return a reference to something outside, by one identifier or by several that lead into each other */
	static Reference external(String... values) {
		return reference(ReferenceTypes.EXTERNAL_REFERENCE,
				Arrays.stream(values).map(value -> key(KeyTypes.GLOBAL_REFERENCE, value)).toList());
	}

	/** @return a reference to a unit: its UCUM code in the system of all UCUM codes */
	static Reference unit(String code) {
		return reference(ReferenceTypes.EXTERNAL_REFERENCE,
				List.of(key(KeyTypes.GLOBAL_REFERENCE, UCUM), key(KeyTypes.FRAGMENT_REFERENCE, code)));
	}

	/** @return a reference to a shell */
	static Reference shell(String id) {
		return reference(ReferenceTypes.MODEL_REFERENCE, List.of(key(KeyTypes.ASSET_ADMINISTRATION_SHELL, id)));
	}

	/** @return a reference to a submodel, or to the element to which the keys lead in it */
	static Reference submodel(String id, Key... inside) {
		List<Key> keys = new ArrayList<>(List.of(key(KeyTypes.SUBMODEL, id)));
		keys.addAll(List.of(inside));
		return reference(ReferenceTypes.MODEL_REFERENCE, keys);
	}

	static Key key(KeyTypes type, String value) {
		return new DefaultKey.Builder().type(type).value(value).build();
	}

	/** @return the keys of collections inside each other */
	static Key[] collections(String... idShorts) {
		return Arrays.stream(idShorts).map(idShort -> key(KeyTypes.SUBMODEL_ELEMENT_COLLECTION, idShort))
				.toArray(Key[]::new);
	}

	private static Reference reference(ReferenceTypes type, List<Key> keys) {
		return new DefaultReference.Builder().type(type).keys(keys).build();
	}
}
