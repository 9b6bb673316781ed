package io.twinwright.generators.ditto;

/**
 * A file that Ditto takes.
 *
 * @param path in the output folder
 * @param content a thing, or a tree of Jackson that is a policy or a connection
 */
public record JsonFile(String path, Object content) {
}
