package io.twinwright.tests.generators;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** The file system of this machine, whose changes fail when a test wants that. */
public final class FaultyFileSystem extends FileSystem {
	/** What a file system does to a file. */
	public enum Change {
		/** A file is opened for writing, or copied. */
		WRITE, MAKE_FOLDER, MOVE, DELETE,
		/** Bytes are added to an open file. */
		GROW
	}

	/** Decides whether a change takes place. */
	public interface Fault {
		void before(Change change) throws IOException;
	}

	private final FileSystem real = FileSystems.getDefault();
	private final Provider provider = new Provider();
	private final Fault fault;

	public FaultyFileSystem(Fault fault) {
		this.fault = fault;
	}

	/** @return a path of this machine as one of this file system */
	public Path wrap(Path path) {
		return path == null ? null : (Path) Proxy.newProxyInstance(Path.class.getClassLoader(), new Class<?>[] { Path.class },
				new Wrapped(path));
	}

	private static Path unwrap(Path path) {
		return path != null && Proxy.isProxyClass(path.getClass()) ? ((Wrapped) Proxy.getInvocationHandler(path)).path : path;
	}

	private final class Wrapped implements InvocationHandler {
		private final Path path;

		private Wrapped(Path path) {
			this.path = path;
		}

		@Override
		public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
			if (method.getName().equals("getFileSystem")) {
				return FaultyFileSystem.this;
			}
			Object[] real = arguments == null ? new Object[0] : arguments.clone();
			for (int i = 0; i < real.length; i++) {
				real[i] = real[i] instanceof Path other ? unwrap(other) : real[i];
			}
			try {
				Object result = method.invoke(path, real);
				return result instanceof Path other ? wrap(other) : result;
			} catch (InvocationTargetException e) {
				throw e.getCause();
			}
		}
	}

	private final class Provider extends FileSystemProvider {
		private FileSystemProvider on() {
			return real.provider();
		}

		@Override
		public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
				throws IOException {
			if (options.contains(StandardOpenOption.WRITE)) {
				fault.before(Change.WRITE);
				return growing(on().newByteChannel(unwrap(path), options, attributes));
			}
			return on().newByteChannel(unwrap(path), options, attributes);
		}

		private SeekableByteChannel growing(SeekableByteChannel file) {
			return (SeekableByteChannel) Proxy.newProxyInstance(Path.class.getClassLoader(), new Class<?>[] { SeekableByteChannel.class },
					(proxy, method, arguments) -> {
						if (method.getName().equals("write")) {
							fault.before(Change.GROW);
						}
						try {
							return method.invoke(file, arguments);
						} catch (InvocationTargetException e) {
							throw e.getCause();
						}
					});
		}

		@Override
		public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
				throws IOException {
			fault.before(Change.WRITE);
			return on().newFileChannel(unwrap(path), options, attributes);
		}

		@Override
		public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
			DirectoryStream<Path> inside = on().newDirectoryStream(unwrap(folder), path -> filter.accept(wrap(path)));
			return new DirectoryStream<>() {
				@Override
				public Iterator<Path> iterator() {
					Iterator<Path> paths = inside.iterator();
					return new Iterator<>() {
						@Override
						public boolean hasNext() {
							return paths.hasNext();
						}

						@Override
						public Path next() {
							return wrap(paths.next());
						}
					};
				}

				@Override
				public void close() throws IOException {
					inside.close();
				}
			};
		}

		@Override
		public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
			// one that is there already is refused for that, also where the disk is full
			if (!Files.exists(unwrap(folder))) {
				fault.before(Change.MAKE_FOLDER);
			}
			on().createDirectory(unwrap(folder), attributes);
		}

		@Override
		public void delete(Path path) throws IOException {
			fault.before(Change.DELETE);
			on().delete(unwrap(path));
		}

		@Override
		public void copy(Path from, Path to, CopyOption... options) throws IOException {
			fault.before(Change.WRITE);
			on().copy(unwrap(from), unwrap(to), options);
		}

		@Override
		public void move(Path from, Path to, CopyOption... options) throws IOException {
			fault.before(Change.MOVE);
			on().move(unwrap(from), unwrap(to), options);
		}

		@Override
		public boolean isSameFile(Path one, Path other) throws IOException {
			return on().isSameFile(unwrap(one), unwrap(other));
		}

		@Override
		public boolean isHidden(Path path) throws IOException {
			return on().isHidden(unwrap(path));
		}

		@Override
		public FileStore getFileStore(Path path) throws IOException {
			return on().getFileStore(unwrap(path));
		}

		@Override
		public void checkAccess(Path path, AccessMode... modes) throws IOException {
			on().checkAccess(unwrap(path), modes);
		}

		@Override
		public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
			return on().getFileAttributeView(unwrap(path), type, options);
		}

		@Override
		public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options) throws IOException {
			return on().readAttributes(unwrap(path), type, options);
		}

		@Override
		public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
			return on().readAttributes(unwrap(path), attributes, options);
		}

		@Override
		public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
			on().setAttribute(unwrap(path), attribute, value, options);
		}

		@Override
		public String getScheme() {
			return "faulty";
		}

		@Override
		public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
			throw new UnsupportedOperationException();
		}

		@Override
		public FileSystem getFileSystem(URI uri) {
			return FaultyFileSystem.this;
		}

		@Override
		public Path getPath(URI uri) {
			throw new UnsupportedOperationException();
		}
	}

	@Override
	public FileSystemProvider provider() {
		return provider;
	}

	@Override
	public void close() {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean isOpen() {
		return true;
	}

	@Override
	public boolean isReadOnly() {
		return false;
	}

	@Override
	public String getSeparator() {
		return real.getSeparator();
	}

	@Override
	public Iterable<Path> getRootDirectories() {
		return real.getRootDirectories();
	}

	@Override
	public Iterable<FileStore> getFileStores() {
		return real.getFileStores();
	}

	@Override
	public Set<String> supportedFileAttributeViews() {
		return real.supportedFileAttributeViews();
	}

	@Override
	public Path getPath(String first, String... more) {
		return wrap(real.getPath(first, more));
	}

	@Override
	public PathMatcher getPathMatcher(String pattern) {
		return real.getPathMatcher(pattern);
	}

	@Override
	public UserPrincipalLookupService getUserPrincipalLookupService() {
		return real.getUserPrincipalLookupService();
	}

	@Override
	public WatchService newWatchService() throws IOException {
		return real.newWatchService();
	}
}
