package io.twinwright.opcua.record;

import io.twinwright.core.diagnostic.FileFailure;
import io.twinwright.opcua.live.WatchListener;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * A file to which everything is recorded that is told of a plant, as CSV of {@link RecordWriter}. What was told before a crash can
 * be replayed. Where the file cannot be written any further, the recording ends and says so once; nothing else does.
 */
public final class Recording implements AutoCloseable {
	private final Path file;
	private final Sink sink;
	private final RecordWriter writer;

	private Recording(Path file, Sink sink) {
		this.file = file;
		this.sink = sink;
		this.writer = new RecordWriter(new PrintWriter(new OutputStreamWriter(sink, StandardCharsets.UTF_8)), true);
		writer.flush();
	}

	/**
	 * Begins a new file.
	 *
	 * @param failed is told in a sentence where the file cannot be written any further, on the thread that tells the listener
	 * @throws RecordFailure if there is a file already, or it cannot be made
	 */
	public static Recording create(Path file, Consumer<String> failed) throws RecordFailure {
		try {
			return new Recording(file, new Sink(file, Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), failed));
		} catch (FileAlreadyExistsException e) {
			throw new RecordFailure("'%s' exists already. Record to a new file, or remove it first.".formatted(file), e);
		} catch (IOException e) {
			throw new RecordFailure(FileFailure.unwritable(e), e);
		}
	}

	public Path file() {
		return file;
	}

	/** @return what is told and recorded; told on one thread */
	public WatchListener listener() {
		return writer;
	}

	/** @return how much was recorded, on any thread */
	public long bytes() {
		return sink.bytes;
	}

	/** @return why the recording ended too early, a sentence; null if it did not */
	public String failure() {
		return sink.failure;
	}

	/** Ends the file, after the listener is told no more. */
	@Override
	public void close() {
		writer.end();
		sink.close();
	}

	/** Counts what is written; takes anything and writes nothing after the first failure. */
	private static final class Sink extends OutputStream {
		private final Path file;
		private final OutputStream out;
		private final Consumer<String> failed;
		private volatile long bytes;
		private boolean over;
		private volatile String failure;

		Sink(Path file, OutputStream out, Consumer<String> failed) {
			this.file = file;
			this.out = out;
			this.failed = failed;
		}

		@Override
		public void write(int letter) {
			write(new byte[] { (byte) letter }, 0, 1);
		}

		@Override
		public void write(byte[] letters, int from, int length) {
			if (!over) {
				try {
					out.write(letters, from, length);
					bytes += length;
				} catch (IOException e) {
					fail(e);
				}
			}
		}

		private void fail(IOException cause) {
			over = true;
			failure = "The recording '%s' ended: %s. What was recorded before is kept. Make room, then record to a new file."
					.formatted(file, cause.getMessage());
			failed.accept(failure);
			try {
				out.close();
			} catch (IOException e) {
				// it has failed already
			}
		}

		@Override
		public void close() {
			if (!over) {
				over = true;
				try {
					out.close();
				} catch (IOException e) {
					fail(e);
				}
			}
		}
	}
}
