package io.twinwright.workbench.live;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The certificates of servers that were seen: those that are trusted, and those that were refused. */
public final class Certificates {
	private static final String TRUSTED = "trusted";
	private static final String REJECTED = "rejected";
	private static final String ENDING = ".der";

	/**
	 * A certificate in its file.
	 *
	 * @param trusted whether connections to its server are opened without asking
	 */
	public record Known(Path file, X509Certificate certificate, boolean trusted) {
	}

	private final Path pki;

	/** @param pki the folder with our certificate and those of servers */
	public Certificates(Path pki) {
		this.pki = pki;
	}

	/**
	 * @return all that can be read, the trusted ones first
	 * @throws IOException if a folder cannot be read
	 */
	public List<Known> all() throws IOException {
		List<Known> known = new ArrayList<>();
		for (String folder : List.of(TRUSTED, REJECTED)) {
			Path place = pki.resolve(folder);
			if (Files.isDirectory(place)) {
				try (Stream<Path> files = Files.list(place)) {
					for (Path file : files.filter(path -> path.toString().endsWith(ENDING)).sorted().toList()) {
						add(file, folder.equals(TRUSTED), known);
					}
				}
			}
		}
		return known;
	}

	private static void add(Path file, boolean trusted, List<Known> known) throws IOException {
		try {
			known.add(new Known(file, (X509Certificate) CertificateFactory.getInstance("X.509")
					.generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file))), trusted));
		} catch (CertificateException foreign) {
			// a file of another kind is not ours to show
		}
	}

	/** Trusts a certificate from now on, or no more. */
	public void trust(Known known, boolean trusted) throws IOException {
		Path folder = Files.createDirectories(pki.resolve(trusted ? TRUSTED : REJECTED));
		Files.move(known.file(), folder.resolve(known.file().getFileName()), StandardCopyOption.REPLACE_EXISTING);
	}

	/** Forgets a certificate: its server is asked about anew. */
	public void forget(Known known) throws IOException {
		Files.deleteIfExists(known.file());
	}
}
