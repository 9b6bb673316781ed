package io.twinwright.generators.mtp;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A data object of a module (VDI/VDE/NAMUR 2658-3 and -4): an instance of a data assembly.
 *
 * @param name unique in the module
 * @param className as its edition has it
 * @param tag its name in the control system
 * @param description for people, empty for none
 * @param literals the values that the package itself gives, by the variables of its class
 * @param items the variables of servers, by the variables of its class
 * @param initial the defaults of variables of servers, by the variables of its class
 */
public record DataObject(String name, String className, String tag, String description, Map<String, String> literals, Map<String, Item> items,
		Map<String, String> initial) {
	/** An object that says nothing yet. */
	DataObject(String name, String className, String tag, String description) {
		this(name, className, tag, description, new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
	}
}
