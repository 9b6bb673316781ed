package io.twinwright.workbench.tests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that takes connections but says nothing, until it is released: then it is the one behind it. */
final class HeldServer implements AutoCloseable {
	private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
	private final URI behind;
	private final CountDownLatch released = new CountDownLatch(1);
	private final AtomicInteger open = new AtomicInteger();
	private final AtomicInteger all = new AtomicInteger();

	/** @param url of the server behind it */
	HeldServer(String url) throws IOException {
		behind = URI.create(url);
		Thread.ofVirtual().start(this::take);
	}

	String url() {
		return "opc.tcp://127.0.0.1:" + door.getLocalPort() + behind.getPath();
	}

	/** @return how many connections are open */
	int open() {
		return open.get();
	}

	/** @return how many connections there have been */
	int all() {
		return all.get();
	}

	void release() {
		released.countDown();
	}

	private void take() {
		try {
			while (true) {
				Socket client = door.accept();
				open.incrementAndGet();
				all.incrementAndGet();
				Thread.ofVirtual().start(() -> serve(client));
			}
		} catch (IOException closed) {
			// by the test
		}
	}

	private void serve(Socket client) {
		try (client) {
			released.await();
			try (Socket server = new Socket(behind.getHost(), behind.getPort())) {
				Thread.ofVirtual().start(() -> copy(server, client));
				copy(client, server);
			}
		} catch (IOException | InterruptedException over) {
			// one of them has ended it
		} finally {
			open.decrementAndGet();
		}
	}

	/** Copies until one of them ends, which ends the other too. */
	private static void copy(Socket from, Socket to) {
		try (from; to) {
			from.getInputStream().transferTo(to.getOutputStream());
		} catch (IOException over) {
			// so it ends
		}
	}

	@Override
	public void close() throws IOException {
		release();
		door.close();
	}
}
