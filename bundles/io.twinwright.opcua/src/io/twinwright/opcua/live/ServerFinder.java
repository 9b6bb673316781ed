package io.twinwright.opcua.live;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.sdk.client.DiscoveryClient;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.enumerated.ApplicationType;
import org.eclipse.milo.opcua.stack.core.types.structured.ApplicationDescription;

/** Asks a server, or a discovery server, which servers there are (FindServers, OPC 10000-4, 5.5.2). */
public final class ServerFinder {
	/** How many servers are taken of one answer. */
	public static final int MOST = 64;
	/** Where discovery servers listen, and many servers (OPC 10000-12, 4.3.3). */
	public static final String LOCAL = "opc.tcp://localhost:4840";
	private static final String SCHEME = "opc.tcp";

	private ServerFinder() {
	}

	/**
	 * A server.
	 *
	 * @param name how it calls itself
	 * @param urls where it may be reached, the likeliest first
	 */
	public record Found(String name, List<String> urls) {
	}

	/** @return a host as a URL; its usual port is that of discovery servers */
	public static String url(String host) {
		return host.contains("://") ? host : SCHEME + "://" + host + (host.matches(".*:\\d+(/.*)?") ? "" : ":" + URI.create(LOCAL).getPort());
	}

	/**
	 * @param settings of the server that is asked; its security does not matter
	 * @return the servers that it knows, itself among them if it is no mere discovery server; fails with {@link LinkFailure}
	 */
	public static CompletableFuture<List<Found>> at(LinkSettings settings) {
		return CompletableFuture.supplyAsync(() -> {
			try {
				List<ApplicationDescription> known = Connector.within(DiscoveryClient.findServers(settings.url()), settings);
				return known.stream().filter(one -> one.getApplicationType() == ApplicationType.Server || one.getApplicationType() == ApplicationType.ClientAndServer)
						.limit(MOST).map(one -> found(one, settings.url())).filter(one -> !one.urls().isEmpty()).toList();
			} catch (UaException e) {
				throw new CompletionException(Failures.translate(e, settings, new ServerTrust(settings)));
			}
		}, task -> Thread.ofPlatform().daemon().name("discovery").start(task));
	}

	/** Servers often name themselves by a host that only they can reach; the host that answered can be. */
	private static Found found(ApplicationDescription server, String asked) {
		Set<String> urls = new LinkedHashSet<>();
		List<String> given = server.getDiscoveryUrls() == null ? List.of() : Stream.of(server.getDiscoveryUrls()).filter(ServerFinder::isTcp).toList();
		given.forEach(url -> {
			if (port(url) == port(asked)) {
				urls.add(asked);
			}
		});
		urls.addAll(given);
		given.forEach(url -> urls.add(SCHEME + "://" + URI.create(asked).getHost() + ":" + port(url) + path(url)));
		String name = server.getApplicationName() == null || server.getApplicationName().text() == null ? "" : server.getApplicationName().text();
		return new Found(name, new ArrayList<>(urls));
	}

	private static boolean isTcp(String url) {
		try {
			return url != null && url.toLowerCase(Locale.ROOT).startsWith(SCHEME + "://") && URI.create(url).getHost() != null;
		} catch (IllegalArgumentException e) {
			return false;
		}
	}

	private static int port(String url) {
		int port = URI.create(url).getPort();
		return port < 0 ? URI.create(LOCAL).getPort() : port;
	}

	private static String path(String url) {
		String path = URI.create(url).getRawPath();
		return path == null ? "" : path;
	}
}
