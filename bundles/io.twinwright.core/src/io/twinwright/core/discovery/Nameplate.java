package io.twinwright.core.discovery;

import io.twinwright.core.address.ServedObject;
import io.twinwright.core.address.ServedValue;
import io.twinwright.core.structure.EntryNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What objects say of their identity: the nameplate of devices (OPC 10000-100, 4.5.2) and the identification of machines
 * (OPC 40001-1, 8), in the entries of the digital nameplate IDTA 02006-3-0.
 */
public final class Nameplate {
	private static final String DEVICES = "http://opcfoundation.org/UA/DI/";
	private static final Set<String> SPACES = Set.of(DEVICES, "http://opcfoundation.org/UA/Machinery/");
	private static final String IDENTIFICATION = "Identification";
	private static final Map<String, String> ENTRIES = Map.of("Manufacturer", "ManufacturerName", "Model", "ManufacturerProductDesignation", "ProductCode",
			"OrderCodeOfManufacturer", "SerialNumber", "SerialNumber", "ProductInstanceUri", "globalAssetId", "HardwareRevision", "HardwareVersion",
			"SoftwareRevision", "SoftwareVersion", "YearOfConstruction", "YearOfConstruction");

	private Nameplate() {
	}

	/** @return the entries that an object has, by their names in the nameplate; none if it says nothing of itself */
	public static Map<String, String> of(ServedObject object) {
		Map<String, String> entries = new LinkedHashMap<>();
		object.objects().stream().filter(Nameplate::isIdentification).forEach(identification -> identification.values()
				.forEach(value -> entry(value).filter(key -> !value.text().isBlank()).ifPresent(key -> entries.putIfAbsent(key, value.text().strip()))));
		object.values().stream().filter(Nameplate::isOfDevice)
				.forEach(value -> entry(value).filter(key -> !value.text().isBlank()).ifPresent(key -> entries.putIfAbsent(key, value.text().strip())));
		return entries;
	}

	/** @return whether an object says who the one around it is */
	public static boolean isIdentification(ServedObject object) {
		return object.name().equals(IDENTIFICATION) && object.space().equals(DEVICES);
	}

	/** @return the entry of the nameplate that a value is, empty if it is none or has no text */
	public static Optional<String> entry(ServedValue value) {
		return value.text() == null ? Optional.empty() : Optional.ofNullable(key(value));
	}

	/** @return whether a value is one that nameplates have, with or without a text */
	public static boolean isEntry(ServedValue value) {
		return key(value) != null;
	}

	/** @return whether a value is a property that devices have themselves (OPC 10000-100, 4.5.2) */
	public static boolean isOfDevice(ServedValue value) {
		return value.isProperty() && value.variable().space().equals(DEVICES);
	}

	private static String key(ServedValue value) {
		String name = value.variable().name();
		return SPACES.contains(value.variable().space()) ? ENTRIES.get(name) : EntryNames.NAMEPLATE.contains(name) || EntryNames.ADDRESS.contains(name) ? name : null;
	}
}
