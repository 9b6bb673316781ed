package io.twinwright.workbench.browse;

import io.twinwright.core.binding.EndpointUrl;
import io.twinwright.opcua.live.AddressSpace;
import io.twinwright.opcua.live.NodeDetails;
import io.twinwright.opcua.live.ServedNode;
import io.twinwright.workbench.live.LiveSession;
import java.util.List;
import java.util.Locale;

/** A row of the Browse view. For the thread of the user interface. */
public abstract sealed class Row {
	private final Branch parent;

	private Row(Branch parent) {
		this.parent = parent;
	}

	/** @return the row around it, null for a server */
	Branch parent() {
		return parent;
	}

	/** @return whether it has some letters, in lower case, or one below it that is known already */
	abstract boolean contains(String letters);

	/** A sentence in the place of nodes. */
	static final class Note extends Row {
		private final String text;
		private final boolean failure;

		Note(Branch parent, String text, boolean failure) {
			super(parent);
			this.text = text;
			this.failure = failure;
		}

		String text() {
			return text;
		}

		boolean isFailure() {
			return failure;
		}

		@Override
		boolean contains(String letters) {
			return true;
		}
	}

	/** A row that may have others below it, fetched when it is opened. */
	abstract static sealed class Branch extends Row {
		private List<Row> children;
		private List<Row> visible;
		private String filter = "";
		private boolean fetching;

		private Branch(Branch parent) {
			super(parent);
		}

		/** @return the server that has it */
		abstract Server server();

		/** @return whether the rows below it are on their way */
		boolean isFetching() {
			return fetching;
		}

		/** @return whether the rows below it are there, or on their way */
		boolean isAsked() {
			return fetching || children != null;
		}

		void fetch() {
			fetching = true;
		}

		/** Takes the rows below it; null if they are to be fetched again. */
		void take(List<Row> rows) {
			fetching = false;
			children = rows;
			visible = null;
		}

		/** @return why there is nothing below it, a sentence; empty if nothing failed */
		String failure() {
			return children != null && children.size() == 1 && children.getFirst() instanceof Note note && note.isFailure() ? note.text() : "";
		}

		/** @return the rows below it that are to be seen; a sentence while there are none yet */
		List<Row> visible(String letters) {
			if (children == null) {
				return List.of(new Note(this, Messages.loading, false));
			}
			if (visible == null || !filter.equals(letters)) {
				filter = letters;
				visible = letters.isEmpty() ? children : children.stream().filter(row -> row.contains(letters)).toList();
			}
			return visible;
		}

		/** Forgets what is to be seen, since more is known by now. */
		void filterAnew() {
			visible = null;
			if (parent() != null) {
				parent().filterAnew();
			}
		}

		boolean anyContains(String letters) {
			return children != null && children.stream().anyMatch(row -> !(row instanceof Note) && row.contains(letters));
		}
	}

	/** A server. */
	static final class Server extends Branch {
		private final Served served;
		private final LiveSession session;
		private AddressSpace nodes;
		private boolean closed;

		/**
		 * How a server that a user named is reached.
		 *
		 * @param url without a password or token
		 * @param user empty for an anonymous session
		 */
		record Served(String url, String security, String user) {
			/** @param url a password or token in it is left out */
			Served {
				url = EndpointUrl.of(url).withoutSecrets();
			}
		}

		/** A server of a session. */
		Server(LiveSession session, AddressSpace nodes) {
			super(null);
			this.served = new Served(nodes.settings().url(), nodes.settings().security(), "");
			this.session = session;
			this.nodes = nodes;
		}

		/** A server that the user named; its nodes come later. */
		Server(Served served) {
			super(null);
			this.served = served;
			this.session = null;
		}

		@Override
		Server server() {
			return this;
		}

		/** @return null for one that the user named */
		LiveSession session() {
			return session;
		}

		Served served() {
			return served;
		}

		/** @return null while it is not open */
		synchronized AddressSpace nodes() {
			return nodes;
		}

		/** Takes the nodes, in any thread; those of a server that is closed, or open already, are closed. */
		synchronized void open(AddressSpace opened) {
			if (closed || nodes != null) {
				opened.close();
			} else {
				nodes = opened;
			}
		}

		synchronized void close() {
			closed = true;
			if (nodes != null) {
				nodes.close();
			}
		}

		synchronized boolean isClosed() {
			return closed;
		}

		@Override
		boolean contains(String letters) {
			return true;
		}
	}

	/** A node of a server. */
	public static final class Node extends Branch {
		private final Server server;
		private final ServedNode node;
		private NodeDetails details;
		private boolean read;

		Node(Branch parent, ServedNode node) {
			super(parent);
			this.server = parent.server();
			this.node = node;
		}

		@Override
		Server server() {
			return server;
		}

		ServedNode node() {
			return node;
		}

		/** @return null while they are not read */
		NodeDetails details() {
			return details;
		}

		void take(NodeDetails some) {
			details = some;
		}

		/** @return whether its details are to be read, which is asked once */
		boolean wantsDetails() {
			boolean first = node.isVariable() && !read;
			read = true;
			return first;
		}

		/** Lets its details be wanted again. */
		void wantAgain() {
			read = false;
		}

		@Override
		boolean contains(String letters) {
			return node.label().toLowerCase(Locale.ROOT).contains(letters) || node.name().toLowerCase(Locale.ROOT).contains(letters)
					|| node.address().toString().toLowerCase(Locale.ROOT).contains(letters) || anyContains(letters);
		}
	}
}
