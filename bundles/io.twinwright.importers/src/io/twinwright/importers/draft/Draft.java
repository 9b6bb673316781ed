package io.twinwright.importers.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was read from one or several files. Importers fill it, and the writer makes one text of it. Names are as the files
 * have them: the writer makes them legal and unique. Keys are any strings that tell declarations apart, such as node ids
 * or ids of shells; the same key of another file means the same declaration. Not thread safe.
 */
public final class Draft {
	private final Map<String, TypeDraft> types = new LinkedHashMap<>();
	private final Map<String, AssetDraft> assets = new LinkedHashMap<>();
	private final Map<String, EndpointDraft> endpoints = new LinkedHashMap<>();
	private final Map<String, CapabilityDraft> capabilities = new LinkedHashMap<>();
	private final Map<String, SiteDraft> sites = new LinkedHashMap<>();
	private final List<String> remarks = new ArrayList<>();
	private final Map<String, Integer> counts = new LinkedHashMap<>();

	/** @return the type with a key, new if there was none */
	public TypeDraft type(String key, String name) {
		return types.computeIfAbsent(key, missing -> new TypeDraft(name));
	}

	/** @return whether a type with a key was said something about */
	public boolean hasType(String key) {
		return types.containsKey(key);
	}

	/** @return the asset with a key, new if there was none */
	public AssetDraft asset(String key, String name) {
		return assets.computeIfAbsent(key, missing -> new AssetDraft(name));
	}

	/** @return whether an asset with a key was said something about */
	public boolean hasAsset(String key) {
		return assets.containsKey(key);
	}

	/** @return the endpoint with a URL, new if there was none */
	public EndpointDraft endpoint(String url, String name) {
		return endpoints.computeIfAbsent(url, missing -> new EndpointDraft(name, url));
	}

	/** @return the capability with a key, new if there was none */
	public CapabilityDraft capability(String key, String name) {
		return capabilities.computeIfAbsent(key, missing -> new CapabilityDraft(name));
	}

	/** @return the site with a key, new if there was none */
	public SiteDraft site(String key, String name) {
		return sites.computeIfAbsent(key, missing -> new SiteDraft(name));
	}

	/** Says in a whole sentence what was not understood and is about no element in particular. */
	public void remark(String sentence) {
		remarks.add(sentence);
	}

	/**
	 * Counts what was read, for the report.
	 *
	 * @param noun in the singular, as in "tag", whose plural has an s
	 */
	public void count(String noun) {
		count(noun, 1);
	}

	/** Counts several of a kind. */
	public void count(String noun, int number) {
		counts.merge(noun, number, Integer::sum);
	}

	/** @return in the order in which they were mentioned first */
	public Collection<TypeDraft> types() {
		return types.values();
	}

	/** @return in the order in which they were mentioned first */
	public Collection<AssetDraft> assets() {
		return assets.values();
	}

	/** @return in the order in which they were mentioned first */
	public Collection<EndpointDraft> endpoints() {
		return endpoints.values();
	}

	/** @return in the order in which they were mentioned first */
	public Collection<CapabilityDraft> capabilities() {
		return capabilities.values();
	}

	/** @return in the order in which they were mentioned first */
	public Collection<SiteDraft> sites() {
		return sites.values();
	}

	/** @return what was not understood beside the notes of elements */
	public List<String> remarks() {
		return remarks;
	}

	/** @return how many of each noun were read */
	public Map<String, Integer> counts() {
		return counts;
	}
}
