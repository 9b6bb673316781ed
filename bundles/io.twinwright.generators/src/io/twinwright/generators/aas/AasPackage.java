package io.twinwright.generators.aas;

import org.eclipse.digitaltwin.aas4j.v3.model.Environment;

/**
 * All shells of a project.
 *
 * @param name of the files, without ending
 * @param environment what is in them; empty if the project has nothing to describe
 */
public record AasPackage(String name, Environment environment) {
}
