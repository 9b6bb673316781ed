package io.twinwright.workbench.browse;

import io.twinwright.core.address.ServedVariable;
import io.twinwright.core.translation.Translation;
import io.twinwright.opcua.live.AddressSpace;
import io.twinwright.opcua.live.LinkFailure;
import io.twinwright.opcua.live.NodeDetails;
import io.twinwright.opcua.live.ServedNode;
import io.twinwright.workbench.live.LiveSession;
import io.twinwright.workbench.live.LiveSessions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/**
 * The servers that are browsed and what is known of their nodes: servers of live sessions by themselves, others as the user
 * names them. Nothing of it waits: what was fetched comes later, through the given executor.
 */
final class BrowseRows {
	/** Shows rows. */
	interface Screen {
		/** Servers came or went. */
		void servers();

		/** The rows below a row are others now. */
		void below(Row.Branch branch);

		/** More is known of some rows. */
		void details(List<Row.Node> rows);

		/** Tells the user a sentence; an empty one is none. */
		void message(String sentence);
	}

	private static final int BLOCK = 200;

	private final Executor ui;
	private final Screen screen;
	private final List<Row.Server> servers = new ArrayList<>();
	private final Map<Row.Server, List<Row.Node>> wanted = new LinkedHashMap<>();

	/** @param ui runs something in the thread of the user interface, later */
	BrowseRows(Executor ui, Screen screen) {
		this.ui = ui;
		this.screen = screen;
	}

	List<Row.Server> servers() {
		return servers;
	}

	/** Follows the sessions that are open now. */
	void followSessions() {
		List<LiveSession> open = LiveSessions.attached();
		List<Row.Server> gone = servers.stream().filter(server -> server.session() != null && !open.contains(server.session())).toList();
		List<Row.Server> more = open.stream().filter(session -> servers.stream().noneMatch(server -> server.session() == session))
				.flatMap(session -> session.addressSpaces().stream().map(nodes -> new Row.Server(session, nodes))).toList();
		gone.forEach(this::drop);
		servers.addAll(more);
		if (!gone.isEmpty() || !more.isEmpty()) {
			screen.servers();
		}
		more.forEach(this::fetch);
	}

	/** Opens a server that the user names. */
	Row.Server add(Row.Server.Served served) {
		Row.Server server = new Row.Server(served);
		servers.add(server);
		screen.servers();
		fetch(server);
		return server;
	}

	/** Closes a server. */
	void close(Row.Server server) {
		drop(server);
		screen.servers();
	}

	private void drop(Row.Server server) {
		servers.remove(server);
		server.close();
	}

	void closeAll() {
		List.copyOf(servers).forEach(this::drop);
	}

	/** Fetches what is below a row, unless it is there or on its way. */
	void fetch(Row.Branch branch) {
		if (branch.isAsked()) {
			return;
		}
		branch.fetch();
		Row.Server server = branch.server();
		if (server.nodes() == null) {
			open(server);
		} else {
			server.nodes().children(branch instanceof Row.Node node ? node.node() : null)
					.whenCompleteAsync((level, failure) -> show(branch, level, failure), ui);
		}
	}

	/** Fetches what is below a row again, unless it is on its way. */
	void refresh(Row.Branch branch) {
		if (branch.isFetching()) {
			return;
		}
		branch.take(null);
		screen.below(branch);
		fetch(branch);
	}

	private void open(Row.Server server) {
		Row.Server.Served served = server.served();
		Job job = Job.create(NLS.bind(Messages.connectingTo, served.url()), (ICoreRunnable) monitor -> {
			try {
				// not in the thread of the user interface: the view may be gone, and nobody else closes it
				server.open(LiveSessions.browse(served.url(), served.security(), served.user()));
				ui.execute(() -> {
					server.take(null);
					if (!server.isClosed()) {
						fetch(server);
					}
				});
			} catch (CoreException e) {
				ui.execute(() -> fail(server, e.getStatus().getMessage()));
			}
		});
		job.setSystem(true);
		job.schedule();
	}

	private void show(Row.Branch branch, AddressSpace.Level level, Throwable failure) {
		if (failure != null) {
			fail(branch, sentence(failure));
			return;
		}
		List<Row> rows = new ArrayList<>(level.nodes().stream().map(node -> (Row) new Row.Node(branch, node)).toList());
		if (!level.complete()) {
			rows.add(new Row.Note(branch, NLS.bind(Messages.onlyFirst, level.nodes().size()), false));
		}
		branch.take(rows);
		branch.filterAnew();
		screen.below(branch);
	}

	private void fail(Row.Branch branch, String sentence) {
		if (!branch.server().isClosed()) {
			branch.take(List.of(new Row.Note(branch, sentence, true)));
			screen.below(branch);
		}
	}

	/** @return what a question to a server or to the language failed with, in the language of the user; what nobody foresaw is logged */
	static String sentence(Throwable failure) {
		return switch (failure instanceof CompletionException wrapped && wrapped.getCause() != null ? wrapped.getCause() : failure) {
			case LinkFailure link -> Translation.here().of(link.getMessage());
			case CancellationException overtaken -> Messages.changed;
			case Throwable unforeseen -> {
				ILog.of(BrowseRows.class).error("The nodes of a server could not be used.", unforeseen);
				yield Messages.failed;
			}
		};
	}

	/** Tells the user something about the rows. */
	void tell(String sentence) {
		ui.execute(() -> screen.message(sentence));
	}

	/** Reads what is not known of a row that comes into view, together with others that do so now. */
	void want(Row.Node row) {
		if (!row.wantsDetails()) {
			return;
		}
		boolean first = wanted.isEmpty();
		wanted.computeIfAbsent(row.server(), key -> new ArrayList<>()).add(row);
		if (first) {
			ui.execute(this::read);
		}
	}

	private void read() {
		Map<Row.Server, List<Row.Node>> now = new LinkedHashMap<>(wanted);
		wanted.clear();
		now.forEach((server, rows) -> {
			for (int from = 0; from < rows.size(); from += BLOCK) {
				List<Row.Node> block = List.copyOf(rows.subList(from, Math.min(from + BLOCK, rows.size())));
				server.nodes().details(block.stream().map(Row.Node::node).toList())
						.whenCompleteAsync((read, failure) -> details(block, read, failure), ui);
			}
		});
	}

	private void details(List<Row.Node> rows, List<NodeDetails> read, Throwable failure) {
		for (int i = 0; i < rows.size(); i++) {
			if (failure == null) {
				rows.get(i).take(read.get(i));
			} else {
				rows.get(i).wantAgain();
			}
		}
		screen.details(rows);
		if (failure != null && !rows.getFirst().server().isClosed()) {
			screen.message(sentence(failure));
		}
	}

	/** @return what signals can be made of: the rows that have a value, of an object those directly below it */
	static CompletableFuture<List<ServedVariable>> variables(Row.Server server, List<Row.Node> rows) {
		return nodes(server, rows).thenCompose(nodes -> server.nodes().details(nodes))
				.thenApply(read -> read.stream().map(NodeDetails::variable).toList());
	}

	private static CompletableFuture<List<ServedNode>> nodes(Row.Server server, List<Row.Node> rows) {
		CompletableFuture<List<ServedNode>> all = CompletableFuture.completedFuture(List.of());
		for (Row.Node row : rows) {
			CompletableFuture<List<ServedNode>> some = row.node().isVariable() ? CompletableFuture.completedFuture(List.of(row.node()))
					: server.nodes().children(row.node()).thenApply(level -> level.nodes().stream().filter(ServedNode::isVariable).toList());
			all = all.thenCombine(some, (before, more) -> {
				List<ServedNode> both = new ArrayList<>(before);
				both.addAll(more);
				return both;
			});
		}
		return all;
	}
}
