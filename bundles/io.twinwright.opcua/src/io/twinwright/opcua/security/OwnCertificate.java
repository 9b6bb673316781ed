package io.twinwright.opcua.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.Period;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/**
 * An application instance certificate (OPC 10000-6, 6.2.2) with its key, self-signed, RSA 2048 with SHA-256, for this
 * machine only.
 *
 * @param keyPair the keys
 * @param certificate the certificate of the public one
 */
public record OwnCertificate(KeyPair keyPair, X509Certificate certificate) {
	private static final int KEY_BITS = 2048;
	private static final int YEARS = 5;
	private static final String ALIAS = "application";
	/** The file is protected by its permissions; a password that stands in this program would protect nothing. */
	private static final char[] NO_PASSWORD = new char[0];
	private static final int URI_NAME = 6;

	/**
	 * Gives the certificate that is kept in a folder, and makes one if there is none, or if it has expired or is for
	 * another application. Takes a second if it makes one.
	 *
	 * @param folder is made if it does not exist; only its owner may read the file
	 * @param name of the file, without its ending
	 * @param application the name of the application for people
	 * @param uri the application URI
	 * @throws IOException if the folder cannot be read or written, or the file is no key store
	 */
	public static OwnCertificate in(Path folder, String name, String application, String uri) throws IOException {
		Path file = folder.resolve(name + ".p12");
		try {
			if (Files.exists(file)) {
				OwnCertificate kept = load(file);
				if (kept.isValid(uri)) {
					return kept;
				}
			}
			OwnCertificate made = make(application, uri);
			made.store(folder, file);
			return made;
		} catch (GeneralSecurityException e) {
			throw new IOException("The certificate in '%s' cannot be used: %s".formatted(file, e.getMessage()), e);
		}
	}

	private static OwnCertificate load(Path file) throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream stream = Files.newInputStream(file)) {
			store.load(stream, NO_PASSWORD);
		}
		if (store.getKey(ALIAS, NO_PASSWORD) instanceof PrivateKey key
				&& store.getCertificate(ALIAS) instanceof X509Certificate certificate) {
			return new OwnCertificate(new KeyPair(certificate.getPublicKey(), key), certificate);
		}
		throw new GeneralSecurityException("the file has no key named '%s'".formatted(ALIAS));
	}

	private boolean isValid(String uri) throws GeneralSecurityException {
		Collection<List<?>> names = certificate.getSubjectAlternativeNames();
		return Instant.now().isBefore(certificate.getNotAfter().toInstant()) && names != null
				&& names.stream().anyMatch(name -> name.getFirst().equals(URI_NAME) && uri.equals(name.get(1)));
	}

	private static OwnCertificate make(String application, String uri) throws GeneralSecurityException {
		KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(KEY_BITS);
		try {
			return new OwnCertificate(keys, new SelfSignedCertificateBuilder(keys).setCommonName(application)
					.setOrganization("Twinwright").setApplicationUri(URI.create(uri).toString()).addDnsName("localhost")
					.addIpAddress("127.0.0.1").setValidityPeriod(Period.ofYears(YEARS)).build());
		} catch (GeneralSecurityException | RuntimeException e) {
			throw e;
		} catch (Exception e) {
			throw new GeneralSecurityException("it cannot be made: " + e.getMessage(), e);
		}
	}

	private void store(Path folder, Path file) throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, NO_PASSWORD);
		store.setKeyEntry(ALIAS, keyPair.getPrivate(), NO_PASSWORD, new Certificate[] {certificate});
		Files.createDirectories(folder);
		Path fresh = Files.createTempFile(folder, "certificate", ".new");
		if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
		}
		try (OutputStream stream = Files.newOutputStream(fresh)) {
			store.store(stream, NO_PASSWORD);
		}
		Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
	}

	/** @return by what people compare this certificate, see {@link #thumbprint(X509Certificate)} */
	public String thumbprint() {
		return thumbprint(certificate);
	}

	/** @return the SHA-1 digest of a certificate in hexadecimal digits, as OPC UA names certificates (OPC 10000-6, 6.2.2) */
	public static String thumbprint(X509Certificate certificate) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded()));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("Every Java runtime has SHA-1, and a parsed certificate its bytes.", e);
		}
	}
}
