package io.twinwright.generators.mtp;

import java.util.List;

/**
 * What a package says of a module.
 *
 * @param id unique in the project; all other ids are made of it
 * @param name of its type
 * @param description for people, empty for none
 * @param version of the package
 * @param objects all data objects, those of services included
 * @param services what it can do
 */
public record ModuleContent(String id, String name, String description, String version, List<DataObject> objects, List<ServiceContent> services) {
	/**
	 * A service.
	 *
	 * @param control the object with its state and commands
	 * @param parameters those that hold for all procedures
	 */
	public record ServiceContent(String name, DataObject control, List<ParameterContent> parameters, List<ProcedureContent> procedures) {
	}

	/**
	 * A way to run a service.
	 *
	 * @param number from 1
	 * @param endsByItself whether nobody needs to complete it
	 * @param health the object with its health, null in editions that have none
	 */
	public record ProcedureContent(String name, String description, int number, boolean endsByItself, DataObject health, List<ParameterContent> parameters) {
	}

	/**
	 * A parameter or reported value.
	 *
	 * @param className what it is to its service
	 * @param object with its value
	 */
	public record ParameterContent(String name, String className, DataObject object) {
	}
}
