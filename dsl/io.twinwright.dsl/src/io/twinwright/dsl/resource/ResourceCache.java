package io.twinwright.dsl.resource;

import com.google.inject.Provider;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.emf.common.notify.Adapter;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.common.util.WrappedException;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.util.OnChangeEvictingCache;
import org.eclipse.xtext.util.concurrent.IUnitOfWork;

/**
 * Keeps what was computed from a resource until it is parsed anew. Unlike the cache that it stands in for it does not
 * listen to every element, which would cost a list per element: whoever changes a model in place calls
 * {@link #clear(Resource)}.
 */
public final class ResourceCache extends OnChangeEvictingCache {
	@Override
	@SuppressWarnings("unchecked")
	public <T> T get(Object key, Resource resource, Provider<T> provider) {
		if (resource == null) {
			return provider.get();
		}
		Values values = values(resource);
		Object value = values.map.get(key);
		if (value == null) {
			value = provider.get();
			if (value != null) {
				values.map.put(key, value);
			}
		}
		return (T) value;
	}

	@Override
	public void clear(Resource resource) {
		values(resource).map.clear();
	}

	@Override
	public <R, P extends Resource> R execWithoutCacheClear(P resource, IUnitOfWork<R, P> work) throws WrappedException {
		return run(resource, work);
	}

	@Override
	public <R, P extends Resource> R execWithTemporaryCaching(P resource, IUnitOfWork<R, P> work) throws WrappedException {
		return run(resource, work);
	}

	private static <R, P extends Resource> R run(P resource, IUnitOfWork<R, P> work) {
		try {
			return work.exec(resource);
		} catch (RuntimeException e) {
			throw e;
		} catch (Exception e) {
			throw new WrappedException(e);
		}
	}

	private static Values values(Resource resource) {
		synchronized (resource) {
			for (Adapter adapter : resource.eAdapters()) {
				if (adapter instanceof Values values) {
					return values;
				}
			}
			Values values = new Values();
			resource.eAdapters().add(values);
			return values;
		}
	}

	private static final class Values extends AdapterImpl {
		private final ConcurrentHashMap<Object, Object> map = new ConcurrentHashMap<>();
	}
}
