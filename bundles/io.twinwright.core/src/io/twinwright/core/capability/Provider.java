package io.twinwright.core.capability;

import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.structure.Position;
import io.twinwright.model.Capability;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Element;
import io.twinwright.model.Invocation;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Procedure;
import io.twinwright.model.Provision;
import io.twinwright.model.Service;
import java.util.Map;
import java.util.Optional;

/**
 * A position that can do something.
 *
 * @param position where
 * @param offer the {@link Provision} or {@link Service} that says so
 * @param capability what
 * @param limits within which limits, by the names of the parameters; the same map for all positions of one offer
 */
public record Provider(Position position, Invocation offer, Capability capability, Map<String, Limits> limits) {
	/** @return what an element of a position offers, null if it offers nothing */
	public static Capability offered(Element element) {
		Capability capability = switch (element) {
			case Provision provision when provision.getKind() == io.twinwright.model.ProvisionKind.PROVIDES ->
				provision.getCapability();
			case Service service -> service.getCapability();
			default -> null;
		};
		return capability == null || capability.getName() == null ? null : capability;
	}

	/** @return how much it does in a time, empty if it says nothing */
	public Optional<Quantity> rate() {
		return Amounts.of((ClauseHolder) offer, MeasureKind.RATE);
	}

	/** @return how long one run takes, of the service or its first procedure that says so */
	public Optional<Quantity> lasts() {
		Optional<Quantity> own = Amounts.of((ClauseHolder) offer, MeasureKind.LASTS);
		if (own.isPresent() || !(offer instanceof Service service)) {
			return own;
		}
		return service.getElements().stream().filter(Procedure.class::isInstance).map(Procedure.class::cast)
				.map(procedure -> Amounts.of(procedure, MeasureKind.LASTS)).flatMap(Optional::stream).findFirst();
	}

	/** @return whether it is at a position or below it */
	public boolean isWithin(Position place) {
		for (Position up = position; up != null; up = up.parent()) {
			if (up == place) {
				return true;
			}
		}
		return false;
	}
}
