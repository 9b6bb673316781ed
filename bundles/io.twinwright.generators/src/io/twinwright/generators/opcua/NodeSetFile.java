package io.twinwright.generators.opcua;

import io.twinwright.nodeset.xml.UANodeSet;

/**
 * A document of the target.
 *
 * @param path where it is put below the output folder
 * @param nodeSet what is in it
 */
public record NodeSetFile(String path, UANodeSet nodeSet) {
	/** @return the URI of its first model */
	public String model() {
		return nodeSet.getModels().getModel().getFirst().getModelUri();
	}
}
