package io.twinwright.generators.compose;

import io.twinwright.generators.ArtifactSink;
import io.twinwright.generators.FileLog;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Puts files into a folder of a sink and keeps the SHA-256 of each. */
final class Summing implements ArtifactSink {
	private final String folder;
	private final ArtifactSink sink;
	private final Map<String, String> sums = new TreeMap<>();

	/** @param folder with a slash at its end */
	Summing(String folder, ArtifactSink sink) {
		this.folder = folder;
		this.sink = sink;
	}

	@Override
	public OutputStream open(String path) throws IOException {
		MessageDigest digest = FileLog.sha256();
		return new DigestOutputStream(sink.open(folder + path), digest) {
			@Override
			public void close() throws IOException {
				super.close();
				sums.put(path, HexFormat.of().formatHex(digest.digest()));
			}
		};
	}

	/** @return the digests of the files that were written and closed, by their paths in the folder */
	Map<String, String> sums() {
		return sums;
	}
}
