package io.twinwright.core.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of an endpoint, taken apart without a judgement (RFC 3986, appendix B). Several hosts are separated by
 * commas, as brokers have them.
 *
 * @param text the whole
 * @param scheme what stands before the first colon, empty if there is none
 * @param userInfo what stands before the {@code @}, null if there is none
 * @param hosts the hosts, IPv6 addresses without their brackets; empty if none is named
 * @param ports the ports as written, those without left out
 * @param path what follows the hosts
 */
public record EndpointUrl(String text, String scheme, String userInfo, List<String> hosts, List<String> ports,
		String path) {
	private static final Pattern FORM = Pattern.compile(
			"(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?(.*)", Pattern.DOTALL);
	private static final Pattern HOST = Pattern.compile("(\\[[^\\]]*]|[^:\\[\\]]*)(?::(.*))?");
	private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");
	private static final Pattern SECRET_PARAMETER = Pattern.compile("[?&]([^=&#]+)=([^&#]*)");
	private static final int LARGEST_PORT = 65535;
	private static final int LONGEST_PORT = 5;

	/** @return the parts of a text, whatever it is */
	public static EndpointUrl of(String text) {
		Matcher form = FORM.matcher(text);
		form.matches();
		String scheme = form.group(1) == null ? "" : form.group(1);
		String authority = form.group(2);
		String user = null;
		if (authority != null && authority.indexOf('@') >= 0) {
			user = authority.substring(0, authority.lastIndexOf('@'));
			authority = authority.substring(authority.lastIndexOf('@') + 1);
		}
		List<String> hosts = new ArrayList<>();
		List<String> ports = new ArrayList<>();
		if (authority != null && !authority.isEmpty()) {
			for (String one : authority.split(",", -1)) {
				Matcher host = HOST.matcher(one);
				boolean legal = host.matches();
				hosts.add(legal ? host.group(1).replace("[", "").replace("]", "") : "");
				if (legal && host.group(2) != null) {
					ports.add(host.group(2));
				}
			}
		}
		return new EndpointUrl(text, scheme, user, List.copyOf(hosts), List.copyOf(ports), form.group(3));
	}

	/** @return what its scheme stands for, empty if nobody reads that scheme */
	public Optional<Protocol> protocol() {
		return Protocol.of(scheme);
	}

	/** @return why it cannot be used though its scheme is known, as a part of a sentence; empty if it can */
	public Optional<String> problem() {
		Optional<Protocol> protocol = protocol();
		if (text.chars().anyMatch(Character::isWhitespace)) {
			return Optional.of("has a space in it");
		}
		if (protocol.isPresent() && protocol.get().hasHost() && (hosts.isEmpty() || hosts.contains(""))) {
			return Optional.of("names no host");
		}
		Optional<String> port = ports.stream().filter(number -> !isPort(number)).findFirst();
		if (port.isPresent()) {
			return Optional.of("has the port '%s', which is no number from 1 to 65535".formatted(port.get()));
		}
		return protocol.isPresent() && !protocol.get().hasHost() && path.isEmpty() ? Optional.of("names no file")
				: Optional.empty();
	}

	private static boolean isPort(String number) {
		return number.length() <= LONGEST_PORT && number.matches("\\d+") && Integer.parseInt(number) > 0
				&& Integer.parseInt(number) <= LARGEST_PORT;
	}

	/** @return whether what it names is on this machine: a file, {@code localhost}, 127.0.0.0/8 or ::1 */
	public boolean isLocal() {
		return protocol().map(protocol -> !protocol.hasHost()).orElse(false)
				|| !hosts.isEmpty() && hosts.stream().allMatch(EndpointUrl::isLocal);
	}

	private static boolean isLocal(String host) {
		return host.equalsIgnoreCase("localhost") || host.equals("::1") || host.equals("0:0:0:0:0:0:0:1")
				|| LOOPBACK.matcher(host).matches();
	}

	/** @return whether a password or token stands in it */
	public boolean holdsSecret() {
		return !text.equals(withoutSecrets());
	}

	/** @return the URL without password and token; a user name alone stays */
	public String withoutSecrets() {
		String open = userInfo == null || userInfo.indexOf(':') < 0 ? text
				: text.replaceFirst(Pattern.quote(userInfo + "@"), "");
		if (open.indexOf('?') < 0 && open.indexOf('&') < 0) {
			return open;
		}
		StringBuilder kept = new StringBuilder();
		Matcher parameter = SECRET_PARAMETER.matcher(open);
		boolean first = true;
		int from = 0;
		while (parameter.find()) {
			kept.append(open, from, parameter.start());
			from = parameter.end();
			if (!EndpointEntry.holdsSecret(parameter.group(1).replaceAll("[-_]", ""))) {
				kept.append(first ? '?' : '&').append(parameter.group(), 1, parameter.group().length());
				first = false;
			}
		}
		return kept.append(open.substring(from)).toString();
	}

	/** @return the URL without password, token and user name, for those who read what is generated */
	public String withoutUser() {
		return of(userInfo == null ? text : text.replace(userInfo + "@", "")).withoutSecrets();
	}

	/** @return the same URL with another scheme; a port that is the usual one of the old scheme becomes that of the new */
	public String with(Protocol other) {
		String rest = text.substring(scheme.length());
		return other.scheme() + switch (other) {
			case MQTTS -> rest.replaceFirst(":1883(?=[/?#]|$)", ":8883");
			case HTTPS -> rest.replaceFirst(":80(?=[/?#]|$)", ":443");
			case OPC_UA, MQTT, HTTP, KAFKA, FILE -> rest;
		};
	}
}
