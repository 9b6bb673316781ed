package io.twinwright.importers.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A type or an asset. */
public abstract sealed class EquipmentDraft extends StructureDraft permits TypeDraft, AssetDraft {
	/**
	 * Who it is: entries named as in the IDTA nameplate ({@code core.structure.EntryNames}), {@code globalAssetId}, or by names
	 * of their own, which become properties.
	 */
	public final Map<String, String> identity = new LinkedHashMap<>();
	/** What can be started on it. */
	public final List<ServiceDraft> services = new ArrayList<>();
	/** What it can do without being started by a service. */
	public final List<ProvisionDraft> provisions = new ArrayList<>();
	/** The positions in it. */
	public final List<PartDraft> parts = new ArrayList<>();
	/** The type that it extends or is of, null for none. */
	public TypeDraft type;

	EquipmentDraft(String name) {
		super(name);
	}

	/** @return a new service of it */
	public ServiceDraft service(String service) {
		ServiceDraft added = new ServiceDraft(service);
		services.add(added);
		return added;
	}

	/** @return a new position in it */
	public PartDraft part(String part, TypeDraft partType) {
		PartDraft added = new PartDraft(part, partType);
		parts.add(added);
		return added;
	}
}
