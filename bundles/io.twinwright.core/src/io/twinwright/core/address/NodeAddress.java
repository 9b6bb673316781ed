package io.twinwright.core.address;

import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * One node of an OPC UA server, with its namespace by URI, so that it holds on any server that has the namespace.
 *
 * @param namespaceUri the URI of the namespace; a made-up one that is unique in the project where the model names the
 *        namespace by its number only
 * @param namespaceIndex the number by which the model names the namespace, -1 where it gives the URI
 * @param kind of the identifier
 * @param identifier its text as in the string form of a NodeId (OPC 10000-6, 5.3.1.10): the number, string, GUID or
 *        Base64
 */
public record NodeAddress(String namespaceUri, int namespaceIndex, Kind kind, String identifier) {
	/** The four kinds of identifiers (OPC 10000-3, 8.2.4). */
	public enum Kind {
		NUMERIC('i'), STRING('s'), GUID('g'), OPAQUE('b');

		private final char letter;

		Kind(char letter) {
			this.letter = letter;
		}

		/** @return the letter before the equals sign in the string form */
		public char letter() {
			return letter;
		}

		/** @return the kind of a letter, null if it stands for none */
		private static Kind of(char letter) {
			return switch (letter) {
				case 'i' -> NUMERIC;
				case 's' -> STRING;
				case 'g' -> GUID;
				case 'b' -> OPAQUE;
				default -> null;
			};
		}
	}

	/** The namespace of OPC UA itself, number 0 on every server. */
	public static final String UA = "http://opcfoundation.org/UA/";

	private static final String NUMBER = "ns=";
	private static final String URI = "nsu=";
	private static final int LONGEST_INDEX = 5;
	private static final int LARGEST_INDEX = 0xFFFF;
	private static final long LARGEST_NUMBER = 0xFFFF_FFFFL;

	/** A node with a string identifier in a namespace that is given by its URI. */
	public NodeAddress(String namespaceUri, String identifier) {
		this(namespaceUri, -1, Kind.STRING, identifier);
	}

	/**
	 * Reads {@code nsu=<uri>;s=<text>} or {@code ns=<number>;i=<number>}, with the identifier kinds i, s, g and b. In a URI
	 * {@code %3B} stands for a semicolon and {@code %25} for a percent sign (OPC 10000-6, 5.3.1.11).
	 *
	 * @param server names the server whose namespace numbers are meant; part of the made-up URI
	 * @return the address, empty if the text is none
	 */
	public static Optional<NodeAddress> parse(String text, String server) {
		String whole = text.strip();
		boolean numbered = whole.startsWith(NUMBER);
		boolean named = whole.startsWith(URI);
		int end = numbered || named ? whole.indexOf(';') : -1;
		String space = end < 0 ? "" : whole.substring(numbered ? NUMBER.length() : URI.length(), end);
		String local = whole.substring(end + 1);
		Kind kind = local.length() > 2 && local.charAt(1) == '=' ? Kind.of(local.charAt(0)) : null;
		if (kind == null || numbered && !isIndex(space) || named && space.isEmpty() || !fits(kind, local.substring(2))) {
			return Optional.empty();
		}
		if (named) {
			return Optional.of(new NodeAddress(unescape(space), -1, kind, local.substring(2)));
		}
		int index = numbered ? Integer.parseInt(space) : 0;
		return index > LARGEST_INDEX ? Optional.empty()
				: Optional.of(new NodeAddress(numbered(index, server), index, kind, local.substring(2)));
	}

	private static boolean isIndex(String digits) {
		return !digits.isEmpty() && digits.length() <= LONGEST_INDEX && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
	}

	private static boolean fits(Kind kind, String identifier) {
		try {
			return switch (kind) {
				case NUMERIC -> Long.parseLong(identifier) >= 0 && Long.parseLong(identifier) <= LARGEST_NUMBER;
				case STRING -> true;
				case GUID -> UUID.fromString(identifier).toString().equalsIgnoreCase(identifier);
				case OPAQUE -> Base64.getDecoder().decode(identifier).length > 0;
			};
		} catch (IllegalArgumentException e) {
			return false;
		}
	}

	private static String numbered(int index, String server) {
		return index == 0 ? UA : Addresses.urn(server.isEmpty() ? "ns" + index : server + ":ns" + index);
	}

	/** @return whether the model names the namespace by its URI, or it is that of OPC UA itself */
	public boolean portable() {
		return namespaceIndex <= 0;
	}

	/** @return the node that a name leads to in a server that names nodes by their way: a dot and the name are added */
	public NodeAddress below(String name) {
		return new NodeAddress(namespaceUri, namespaceIndex, Kind.STRING, identifier + "." + name);
	}

	/** @return the identifier with its kind, {@code s=Filler1.Flow}: the NodeId without its namespace */
	public String local() {
		return kind.letter() + "=" + identifier;
	}

	/** @return the string form as a model has it: {@code nsu=…;s=…}, or {@code ns=…;s=…} where that was given */
	@Override
	public String toString() {
		return (namespaceIndex >= 0 ? "ns=" + namespaceIndex : "nsu=" + escape(namespaceUri)) + ";" + local();
	}

	private static String escape(String uri) {
		return uri.replace("%", "%25").replace(";", "%3B");
	}

	private static String unescape(String uri) {
		return uri.replace("%3B", ";").replace("%3b", ";").replace("%25", "%");
	}
}
