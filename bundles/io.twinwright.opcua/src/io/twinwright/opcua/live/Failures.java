package io.twinwright.opcua.live;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;

/** What a failed connection means, in whole sentences: which side refused, why, and what to do. */
final class Failures {
	private Failures() {
	}

	static LinkFailure translate(UaException failure, LinkSettings settings, ServerTrust trust) {
		return new LinkFailure(sentences(failure, settings, trust), failure);
	}

	private static String sentences(UaException failure, LinkSettings settings, ServerTrust trust) {
		if (trust.refusal().isPresent()) {
			return trust.refusal().get();
		}
		if (cause(failure, UnknownHostException.class) || cause(failure, UnresolvedAddressException.class)) {
			return "The host of '%s' is not known. Check its name.".formatted(settings.url());
		}
		if (cause(failure, ConnectException.class)) {
			return "No server answers at '%s'. Check that it runs, and the port.".formatted(settings.url());
		}
		long code = failure.getStatusCode().getValue();
		String name = StatusCodes.lookup(code).map(names -> names[0]).orElse("an unknown status");
		if (code == StatusCodes.Bad_SecurityPolicyRejected) {
			return "The server at '%s' offers no endpoint with %s and %s. It offers: %s.".formatted(settings.url(),
					settings.security(), settings.mode(), failure.getMessage());
		}
		if (code == StatusCodes.Bad_IdentityTokenRejected || code == StatusCodes.Bad_UserAccessDenied
				|| code == StatusCodes.Bad_IdentityTokenInvalid) {
			return settings.user() == null ? "The server at '%s' refuses anonymous sessions. Give a user and a password.".formatted(
					settings.url()) : "The server at '%s' refused user '%s'. Check name and password.".formatted(settings.url(),
							settings.user());
		}
		if (code == StatusCodes.Bad_SecurityChecksFailed || name.startsWith("Bad_Certificate")) {
			return ("The server at '%s' refused the certificate of this program (%s). Let its administrator trust '%s', "
					+ "then connect again.").formatted(settings.url(), name, settings.pki().resolve("own").resolve("client.der"));
		}
		if (code == StatusCodes.Bad_Timeout || code == StatusCodes.Bad_ConnectionRejected
				|| code == StatusCodes.Bad_ConnectionClosed) {
			return "The server at '%s' did not answer in time (%s). Check that it runs and is an OPC UA server.".formatted(
					settings.url(), name);
		}
		return "The link to '%s' failed with %s.".formatted(settings.url(), name);
	}

	private static boolean cause(Throwable failure, Class<? extends Throwable> kind) {
		Optional<Throwable> next = Optional.of(failure);
		while (next.isPresent()) {
			if (kind.isInstance(next.get())) {
				return true;
			}
			next = Optional.ofNullable(next.get().getCause());
		}
		return false;
	}

	/** @return the short name of a policy: what stands behind the hash */
	static String policy(String uri) {
		return uri.substring(uri.indexOf('#') + 1);
	}
}
