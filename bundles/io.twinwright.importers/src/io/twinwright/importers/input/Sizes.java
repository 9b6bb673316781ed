package io.twinwright.importers.input;

/** How numbers of bytes are said. */
final class Sizes {
	private Sizes() {
	}

	static String of(long bytes) {
		return bytes >= 1 << 20 ? (bytes >> 20) + " MB" : bytes >= 1 << 10 ? (bytes >> 10) + " kB" : "%d bytes".formatted(bytes);
	}
}
