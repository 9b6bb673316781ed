package io.twinwright.opcua.live;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;

/** What a failed connection means, in whole sentences: which side refused, why, and what to do. */
final class Failures {
	/** What comes of bytes that are no message of OPC UA. */
	private static final Set<Long> FOREIGN = Set.of(StatusCodes.Bad_TcpMessageTypeInvalid, StatusCodes.Bad_TcpMessageTooLarge,
			StatusCodes.Bad_DecodingError, StatusCodes.Bad_CommunicationError);
	private static final Set<Long> REFUSED_USER = Set.of(StatusCodes.Bad_IdentityTokenRejected, StatusCodes.Bad_UserAccessDenied,
			StatusCodes.Bad_IdentityTokenInvalid);

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
		String name = Reader.name(failure.getStatusCode());
		if (refusesUser(failure)) {
			return settings.user() == null ? anonymous(settings) : "The server at '%s' refused user '%s'. Check name and password."
					.formatted(settings.url(), settings.user());
		}
		if (code == StatusCodes.Bad_SecurityChecksFailed || name.startsWith("Bad_Certificate")) {
			return ("The server at '%s' refused the certificate of this program (%s). Let its administrator trust '%s', "
					+ "then connect again.").formatted(settings.url(), name, settings.pki().resolve("own").resolve("client.der"));
		}
		if (code == StatusCodes.Bad_TcpEndpointUrlInvalid) {
			return "The server at '%s' does not serve this URL. Check the path of the URL.".formatted(settings.url());
		}
		if (FOREIGN.contains(code)) {
			return "What answers at '%s' is no OPC UA server. Check the port.".formatted(settings.url());
		}
		if (code == StatusCodes.Bad_Timeout) {
			return "The server at '%s' did not answer in time. Check that it runs and is an OPC UA server.".formatted(settings.url());
		}
		return "The link to '%s' failed with %s.".formatted(settings.url(), name);
	}

	static boolean refusesUser(UaException failure) {
		return REFUSED_USER.contains(failure.getStatusCode().getValue());
	}

	private static String anonymous(LinkSettings settings) {
		return "The server at '%s' refuses anonymous sessions. Give a user and a password.".formatted(settings.url());
	}

	/** @return that the folder with certificates cannot be used */
	static LinkFailure certificates(IOException failure, LinkSettings settings) {
		return new LinkFailure("The certificates in '%s' cannot be read or written: %s.".formatted(settings.pki(), failure.getMessage()), failure);
	}

	/** @return that no endpoint has the security that is asked for */
	static LinkFailure otherSecurity(LinkSettings settings, List<EndpointDescription> offered) {
		String offers = offered.stream().map(endpoint -> policy(endpoint.getSecurityPolicyUri()) + " "
				+ endpoint.getSecurityMode()).distinct().sorted().collect(Collectors.joining(", "));
		return new LinkFailure("The server at '%s' offers no endpoint with %s and %s. It offers: %s.".formatted(settings.url(),
				settings.security(), settings.mode(), offers), null);
	}

	/** @return that no endpoint takes the kind of user */
	static LinkFailure otherUsers(LinkSettings settings) {
		return new LinkFailure(settings.user() == null ? anonymous(settings)
				: "The server at '%s' takes no user names. Leave the user out.".formatted(settings.url()), null);
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
	private static String policy(String uri) {
		return uri.substring(uri.indexOf('#') + 1);
	}
}
