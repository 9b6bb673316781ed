package io.twinwright.generators.aas;

import io.twinwright.model.Capability;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Element;
import io.twinwright.model.Invocation;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Provision;
import io.twinwright.model.ProvisionKind;
import io.twinwright.model.Service;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A capability in its role for an asset.
 *
 * @param capability what can be done
 * @param role of the capability
 * @param invocation what states the bounds, null in no role
 */
record CapabilityUse(Capability capability, CapabilityRole role, Invocation invocation) {
	/** The roles of the template (IDTA 02020-1-0, CapabilityRoleQualifier). */
	enum CapabilityRole {
		OFFERED("Offered"), REQUIRED("Required"), NOT_ASSIGNED("NotAssigned");

		private final String word;

		CapabilityRole(String word) {
			this.word = word;
		}

		String word() {
			return word;
		}
	}

	/** @return what a subject provides, requires and has as services, the nearest first; what is said twice once */
	static Set<CapabilityUse> of(Subject subject) {
		Map<String, CapabilityUse> uses = new LinkedHashMap<>();
		for (Element element : subject.elements(Element.class)) {
			CapabilityUse use = switch (element) {
				case Provision provision -> new CapabilityUse(provision.getCapability(),
						provision.getKind() == ProvisionKind.REQUIRES ? CapabilityRole.REQUIRED : CapabilityRole.OFFERED,
						provision);
				case Service service -> new CapabilityUse(service.getCapability(), CapabilityRole.OFFERED, service);
				default -> null;
			};
			if (use != null && use.capability != null && !use.capability.eIsProxy() && use.capability.getName() != null) {
				uses.putIfAbsent(use.text(), use);
			}
		}
		return new LinkedHashSet<>(uses.values());
	}

	/** @return a capability that is described without a role */
	static CapabilityUse ofNone(Capability capability) {
		return new CapabilityUse(capability, CapabilityRole.NOT_ASSIGNED, null);
	}

	/** @return their names as {@code idShort}; where two are called alike, role and bounds tell them apart */
	static Map<CapabilityUse, String> idShorts(Set<CapabilityUse> uses) {
		return IdShorts.of(uses, CapabilityUse::title, CapabilityUse::text);
	}

	/** @return the service or provision, null in no role */
	ClauseHolder holder() {
		return (ClauseHolder) invocation;
	}

	/** @return what has the label: the service, else the capability */
	NamedElement labelled() {
		return invocation instanceof Service service ? service : capability;
	}

	/** @return the name of the service, else of the capability */
	String title() {
		return labelled().getName() == null ? capability.getName() : labelled().getName();
	}

	private String text() {
		List<String> arguments = invocation == null ? List.of()
				: ArgumentData.of(invocation).stream().map(ArgumentData::text).toList();
		return title() + " " + role.word() + " " + capability.getName() + String.join(" ", arguments);
	}
}
