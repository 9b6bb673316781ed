package io.twinwright.generators.mtp;

import org.w3c.dom.Document;

/**
 * A module type package.
 *
 * @param path of the file
 * @param manifest its only document
 */
public record MtpPackage(String path, Document manifest) {
}
