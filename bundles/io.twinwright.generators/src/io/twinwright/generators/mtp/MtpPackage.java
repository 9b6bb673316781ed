package io.twinwright.generators.mtp;

/**
 * A module type package. Its document is made when it is written, because documents of a large plant do not fit into memory
 * all at once.
 *
 * @param path of the file
 * @param module what it says
 */
public record MtpPackage(String path, ModuleContent module) {
}
