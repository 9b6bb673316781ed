package io.twinwright.diagram.server;

import com.google.gson.JsonParseException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.glsp.server.actions.Action;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.OutgoingEntry;

/**
 * The socket of one window. Reads one message after another, the next one when the one before it has been taken, so that who sends
 * faster than is done has to wait. Who says something to a window that is slow to take it waits too; who does not take it is let go.
 */
final class Window implements FrameHandler, AutoCloseable {
	/** How large a message may be. */
	static final int MESSAGE_BYTES = 1024 * 1024;

	/** How many messages may be under way to a window. */
	private static final int SENDING = 8;
	private static final long SENDING_MS = TimeUnit.SECONDS.toMillis(30);

	private final Function<Consumer<String>, Conversation> begin;
	private final Consumer<Window> opened;
	private final Consumer<Throwable> log;
	private final ByteArrayOutputStream message = new ByteArrayOutputStream();
	/** Begins, takes what is received and ends, one after another. */
	private final ExecutorService order = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("diagram window").factory());
	private final Semaphore room = new Semaphore(SENDING);
	private final CompletableFuture<Void> ended = new CompletableFuture<>();
	private volatile boolean isGone;
	private CoreSession session;
	private volatile Conversation conversation;

	/**
	 * @param begin begins a conversation with who sends messages
	 * @param opened is told when the window is open
	 */
	Window(Function<Consumer<String>, Conversation> begin, Consumer<Window> opened, Consumer<Throwable> log) {
		this.begin = begin;
		this.opened = opened;
		this.log = log;
	}

	/** @return completed when the window is gone, and what it had asked for is done */
	CompletableFuture<Void> ended() {
		return ended;
	}

	@Override
	public void onOpen(CoreSession connected, Callback callback) {
		session = connected;
		opened.accept(this);
		callback.succeeded();
		inOrder(() -> {
			conversation = begin.apply(this::send);
			takeMore();
		});
	}

	@Override
	public void onFrame(Frame frame, Callback callback) {
		switch (frame.getOpCode()) {
			case OpCode.TEXT, OpCode.CONTINUATION -> {
				byte[] part = BufferUtil.toArray(frame.getPayload());
				boolean isWhole = frame.isFin();
				callback.succeeded();
				take(part, isWhole);
			}
			case OpCode.PING -> {
				session.sendFrame(new OutgoingEntry.Builder(new Frame(OpCode.PONG, BufferUtil.copy(frame.getPayload())), Callback.NOOP).build());
				callback.succeeded();
				session.demand();
			}
			case OpCode.BINARY -> {
				callback.succeeded();
				session.close(CloseStatus.BAD_DATA, "Only text is understood.", Callback.NOOP);
			}
			case OpCode.CLOSE -> callback.succeeded();
			default -> {
				callback.succeeded();
				session.demand();
			}
		}
	}

	private void take(byte[] part, boolean isWhole) {
		message.writeBytes(part);
		if (message.size() > MESSAGE_BYTES) {
			session.close(CloseStatus.MESSAGE_TOO_LARGE, "The message is too large.", Callback.NOOP);
		} else if (!isWhole) {
			session.demand();
		} else {
			String text = message.toString(StandardCharsets.UTF_8);
			message.reset();
			inOrder(() -> {
				conversation.receive(text);
				takeMore();
			});
		}
	}

	/** Has an action done, if this is the window of a name. */
	void dispatch(String name, Action action) {
		Conversation talk = conversation;
		if (talk != null) {
			talk.dispatch(name, action);
		}
	}

	/** A window, or the server, may go while something is done for it, of which it is told afterwards. */
	private void takeMore() {
		try {
			session.demand();
		} catch (IllegalStateException | RejectedExecutionException e) {
			isGone = true;
		}
	}

	/** Does what may wait, when all before it is done. */
	private void inOrder(Runnable task) {
		order.execute(() -> {
			try {
				task.run();
			} catch (JsonParseException e) {
				session.close(CloseStatus.BAD_PAYLOAD, "The message is not understood.", Callback.NOOP);
			} catch (RuntimeException e) {
				log.accept(e);
				session.close(CloseStatus.SERVER_ERROR, "", Callback.NOOP);
			}
		});
	}

	private void send(String text) {
		try {
			if (!isGone && !room.tryAcquire(SENDING_MS, TimeUnit.MILLISECONDS)) {
				session.abort();
				return;
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return;
		}
		if (!isGone) {
			Frame frame = new Frame(OpCode.TEXT, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
			session.sendFrame(new OutgoingEntry.Builder(frame, Callback.from(room::release, failure -> session.abort())).frameTimeout(SENDING_MS).build());
		}
	}

	@Override
	public void onError(Throwable cause, Callback callback) {
		// whatever it is, the window is closed next
		callback.succeeded();
	}

	@Override
	public void onClosed(CloseStatus status, Callback callback) {
		isGone = true;
		// who waits to say something needs not wait any more
		room.release(SENDING);
		callback.succeeded();
		inOrder(() -> {
			try {
				if (conversation != null) {
					conversation.end();
				}
			} finally {
				ended.complete(null);
			}
		});
		order.shutdown();
	}

	@Override
	public void close() {
		session.close(CloseStatus.SHUTDOWN, "The server ends.", Callback.NOOP);
	}
}
