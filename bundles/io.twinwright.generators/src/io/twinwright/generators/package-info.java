/**
 * Generators: each target is a package of its own that maps the twin model to the types of the library that serializes it.
 * Targets do not know each other.
 */
package io.twinwright.generators;
