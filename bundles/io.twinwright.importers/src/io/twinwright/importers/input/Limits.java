package io.twinwright.importers.input;

/**
 * What a file may take of this machine.
 *
 * @param bytes of the file itself
 * @param unpacked bytes of all entries of an archive that are read, together
 * @param ratio how many times larger an entry may be than what is packed of it; entries of less than a megabyte may be more
 * @param entries of an archive
 * @param depth of XML elements, JSON values and archives in archives
 * @param elements that are read of one kind, such as rows or nodes
 */
public record Limits(long bytes, long unpacked, int ratio, int entries, int depth, int elements) {
	/** What no file of a plant exceeds that was made in good faith. */
	public static final Limits USUAL = new Limits(512L << 20, 1L << 30, 200, 10_000, 200, 1_000_000);
}
