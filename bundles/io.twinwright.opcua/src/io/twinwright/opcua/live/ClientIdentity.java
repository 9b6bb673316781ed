package io.twinwright.opcua.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/**
 * Our own certificate, with which servers know this program (OPC 10000-6, 6.2.2). It is made once and kept in
 * {@code own/client.p12}; {@code own/client.der} is the file for a server's administrator to trust.
 */
record ClientIdentity(KeyPair keys, X509Certificate certificate, Path file) {
	static final String APPLICATION = "urn:twinwright:client";
	private static final String ALIAS = "client";
	/** Protects nothing: the file is readable by its owner only, and the format needs a password. */
	private static final char[] PASSWORD = "twinwright".toCharArray();
	private static final int BITS = 2048;

	/**
	 * @param pki the folder with all certificates
	 * @throws IOException if the folder cannot be read or written
	 */
	static ClientIdentity of(Path pki) throws IOException {
		Path own = Files.createDirectories(pki.resolve("own"));
		Path store = own.resolve("client.p12");
		try {
			return Files.exists(store) ? load(store, own) : make(store, own);
		} catch (IOException e) {
			throw e;
		} catch (Exception e) {
			throw new IOException("The key store '%s' cannot be used: %s".formatted(store, e.getMessage()), e);
		}
	}

	private static ClientIdentity load(Path store, Path own) throws IOException, GeneralSecurityException {
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream stream = Files.newInputStream(store)) {
			keys.load(stream, PASSWORD);
		}
		X509Certificate certificate = (X509Certificate) keys.getCertificate(ALIAS);
		PrivateKey key = (PrivateKey) keys.getKey(ALIAS, PASSWORD);
		return new ClientIdentity(new KeyPair(certificate.getPublicKey(), key), certificate, own.resolve("client.der"));
	}

	private static ClientIdentity make(Path store, Path own) throws Exception {
		KeyPair pair = SelfSignedCertificateGenerator.generateRsaKeyPair(BITS);
		X509Certificate certificate = new SelfSignedCertificateBuilder(pair).setCommonName("Twinwright live link")
				.setApplicationUri(APPLICATION).addDnsName("localhost").addIpAddress("127.0.0.1").build();
		KeyStore keys = KeyStore.getInstance("PKCS12");
		keys.load(null, PASSWORD);
		keys.setKeyEntry(ALIAS, pair.getPrivate(), PASSWORD, new Certificate[] { certificate });
		Path aside = Files.createTempFile(own, "client", ".new");
		try {
			if (Files.getFileStore(aside).supportsFileAttributeView("posix")) {
				Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rw-------"));
			}
			try (OutputStream stream = Files.newOutputStream(aside)) {
				keys.store(stream, PASSWORD);
			}
			Files.write(own.resolve("client.der"), certificate.getEncoded());
			Files.move(aside, store, StandardCopyOption.ATOMIC_MOVE);
		} finally {
			Files.deleteIfExists(aside);
		}
		return new ClientIdentity(pair, certificate, own.resolve("client.der"));
	}
}
