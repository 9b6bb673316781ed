package io.twinwright.workbench.live;

import io.twinwright.opcua.live.NewCertificate.Trust;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PlatformUI;

/** Asks whether a server's certificate that is new is trusted: who it is, who says so, until when, and its fingerprint. */
final class CertificateDialog {
	private CertificateDialog() {
	}

	/** Asks in the thread of the user interface and waits for the answer. */
	static Trust ask(X509Certificate certificate, String url) {
		Trust[] answer = { Trust.REFUSE };
		PlatformUI.getWorkbench().getDisplay().syncExec(() -> {
			MessageDialog dialog = new MessageDialog(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(), Messages.certificate,
					null, NLS.bind(Messages.certificateHelp, url, text(certificate)), MessageDialog.QUESTION, 0, Messages.refuse, Messages.trustOnce, Messages.trustAlways);
			answer[0] = switch (dialog.open()) {
				case 1 -> Trust.ONCE;
				case 2 -> Trust.ALWAYS;
				default -> Trust.REFUSE;
			};
		});
		return answer[0];
	}

	/** @return who it is, who says so, until when, and its fingerprints */
	static String text(X509Certificate certificate) {
		return NLS.bind(Messages.certificateText, new Object[] { certificate.getSubjectX500Principal().getName(),
				certificate.getIssuerX500Principal().getName(), day(certificate.getNotBefore()), day(certificate.getNotAfter()),
				fingerprint(certificate, "SHA-1"), fingerprint(certificate, "SHA-256") });
	}

	static String day(Date date) {
		return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Locale.getDefault()).withZone(ZoneId.systemDefault())
				.format(date.toInstant());
	}

	static String fingerprint(X509Certificate certificate, String algorithm) {
		try {
			return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(MessageDigest.getInstance(algorithm).digest(certificate.getEncoded()));
		} catch (NoSuchAlgorithmException | CertificateEncodingException e) {
			return String.valueOf(e.getMessage());
		}
	}
}
