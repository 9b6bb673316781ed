package io.twinwright.opcua.live;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.sdk.client.DiscoveryClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfig;
import org.eclipse.milo.opcua.sdk.client.identity.AnonymousProvider;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.UserTokenType;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.UserTokenPolicy;
import org.eclipse.milo.opcua.stack.core.util.EndpointUtil;

/** Opens a session: discovery, choice of the endpoint, certificate and user. Every wait is bounded. */
final class Connector {
	/** An interval passes, two requests in a row are not answered. */
	private static final long KEEP_ALIVES_IN_SILENCE = 3;
	private static final int USUAL_PORT = 4840;

	private Connector() {
	}

	/**
	 * @throws UaException if a step fails; then nothing is left open
	 * @throws LinkFailure if the server offers nothing that fits the settings
	 */
	static OpcUaClient connect(LinkSettings settings, ClientIdentity identity, ServerTrust trust)
			throws UaException, LinkFailure {
		EndpointDescription endpoint = choose(within(DiscoveryClient.getEndpoints(settings.url()), settings), settings);
		OpcUaClientConfig config = OpcUaClientConfig.builder().setEndpoint(endpoint)
				.setApplicationName(LocalizedText.english("Twinwright live link")).setApplicationUri(ClientIdentity.APPLICATION)
				.setKeyPair(identity.keys()).setCertificate(identity.certificate())
				.setCertificateChain(new X509Certificate[] { identity.certificate() }).setCertificateValidator(trust)
				.setIdentityProvider(settings.user() == null ? AnonymousProvider.INSTANCE
						: new UsernameProvider(settings.user(), settings.password() == null ? "" : settings.password()))
				.setRequestTimeout(Unsigned.uint(settings.timeout().toMillis()))
				.setKeepAliveInterval(Unsigned.uint(settings.keepAlive().toMillis() / KEEP_ALIVES_IN_SILENCE))
				.setKeepAliveTimeout(Unsigned.uint(settings.keepAlive().toMillis() / KEEP_ALIVES_IN_SILENCE)).build();
		OpcUaClient client = OpcUaClient.create(config);
		try {
			return within(client.connectAsync(), settings);
		} catch (UaException e) {
			close(client, settings);
			throw e;
		}
	}

	/**
	 * Ends a session and its connection.
	 *
	 * @return completes when the client has given up the connection, after no longer than two requests may take
	 */
	static CompletableFuture<Void> disconnect(OpcUaClient client, LinkSettings settings) {
		long limit = settings.timeout().toMillis();
		return client.disconnectAsync().thenAccept(left -> {
			// nothing is open any more
		}).orTimeout(limit, TimeUnit.MILLISECONDS)
				.exceptionallyCompose(unanswered -> client.getTransport().disconnect().thenAccept(left -> {
					// the server may still have a session, which ends by itself
				}).orTimeout(limit, TimeUnit.MILLISECONDS)).exceptionally(unanswered -> null);
	}

	/** Ends a session that could not be used. */
	static void close(OpcUaClient client, LinkSettings settings) {
		try {
			within(disconnect(client, settings), settings);
		} catch (UaException interrupted) {
			// the session is being ended
		}
	}

	private static EndpointDescription choose(List<EndpointDescription> offered, LinkSettings settings) throws LinkFailure {
		SecurityPolicy policy = SecurityPolicy.valueOf(settings.security());
		MessageSecurityMode mode = MessageSecurityMode.valueOf(settings.mode());
		List<EndpointDescription> secured = offered.stream().filter(endpoint -> policy.getUri().equals(
				endpoint.getSecurityPolicyUri()) && mode == endpoint.getSecurityMode()).toList();
		if (secured.isEmpty()) {
			throw Failures.otherSecurity(settings, offered);
		}
		UserTokenType token = settings.user() == null ? UserTokenType.Anonymous : UserTokenType.UserName;
		EndpointDescription chosen = secured.stream().filter(endpoint -> takes(endpoint, token)).findFirst()
				.orElseThrow(() -> Failures.otherUsers(settings));
		URI url = URI.create(settings.url());
		// servers often name themselves by a host that only they can reach
		return EndpointUtil.updateUrl(chosen, url.getHost(), url.getPort() < 0 ? USUAL_PORT : url.getPort());
	}

	/** A server that says nothing of users may take any. */
	private static boolean takes(EndpointDescription endpoint, UserTokenType token) {
		UserTokenPolicy[] taken = endpoint.getUserIdentityTokens();
		return taken == null || taken.length == 0 || Stream.of(taken).anyMatch(policy -> policy.getTokenType() == token);
	}

	/** Waits no longer than three requests may take. */
	static <T> T within(CompletableFuture<T> future, LinkSettings settings) throws UaException {
		try {
			return future.get(3 * settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
		} catch (TimeoutException e) {
			future.cancel(true);
			throw new UaException(StatusCodes.Bad_Timeout, e);
		} catch (ExecutionException e) {
			throw UaException.extract(e).orElseGet(() -> new UaException(StatusCodes.Bad_UnexpectedError, e.getCause()));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new UaException(StatusCodes.Bad_Shutdown, e);
		}
	}
}
