package io.twinwright.core.business;

import io.twinwright.core.expression.Kind;
import io.twinwright.core.quantity.Dimension;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.model.Contract;
import io.twinwright.model.Lease;
import io.twinwright.model.Measure;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Offer;
import io.twinwright.model.Order;
import io.twinwright.model.PeriodPer;
import io.twinwright.model.Piece;
import io.twinwright.model.PiecePer;
import io.twinwright.model.Price;
import io.twinwright.model.Quantity;
import io.twinwright.model.Signal;
import io.twinwright.model.UnitPer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;

/** Whether a price can be calculated: what it is paid for is counted, and in a unit of that kind. */
public final class PriceFit {
	/**
	 * Why a price cannot be calculated.
	 *
	 * @param at the part of the price that does not fit
	 * @param message what is wrong and what would be right, as whole sentences
	 */
	public record Misfit(EObject at, String message) {
	}

	private static final int MOST_NAMES = 5;

	private PriceFit() {
	}

	/** @return what does not fit, empty if the price can be calculated or something else is wrong with it */
	public static Optional<Misfit> of(Price price) {
		return switch (price.eContainer()) {
			case Contract contract -> metered(price, contract);
			case Offer offer -> shared(price, offer);
			case Order order -> ordered(price, order);
			case null, default -> Optional.empty();
		};
	}

	private static List<Signal> signals(Collection<?> items) {
		return items.stream().filter(Signal.class::isInstance).map(Signal.class::cast).toList();
	}

	private static Optional<Misfit> metered(Price price, Contract contract) {
		List<Signal> meters = signals(contract.getItems());
		Signal meter = price.getMeter() != null ? price.getMeter() : meters.size() == 1 ? meters.getFirst() : null;
		return switch (price.getPer()) {
			case PiecePer piece -> misfit(piece,
					"Contract '%s' is not paid per %s. Pay per unit of a meter, as in 'per [h] of run'.".formatted(
							contract.getName(), piece.getPiece().getLiteral()));
			case PeriodPer period when price.getMeter() != null -> misfit(period,
					"A price per %s does not depend on meter '%s'. Leave 'of %s' out, or pay per unit of the meter.".formatted(
							period.getPeriod().getLiteral(), price.getMeter().getName(), price.getMeter().getName()));
			case UnitPer unit when meters.isEmpty() -> misfit(unit,
					"Contract '%s' has no meter that counts in [%s]. Add one, or pay per period.".formatted(
							contract.getName(), unit.getUnit()));
			case UnitPer unit when meter == null -> misfit(price,
					"Contract '%s' has several meters, and the price does not say which. Add 'of' and one of %s.".formatted(
							contract.getName(), names(meters)));
			case UnitPer unit -> counted(meter, unit).or(() -> tier(meter, price));
			case null, default -> meter == null ? Optional.empty() : tier(meter, price);
		};
	}

	private static Optional<Misfit> shared(Price price, Offer offer) {
		List<Signal> shares = signals(offer.getItems());
		Signal share = price.getMeter() != null ? price.getMeter() : shares.size() == 1 ? shares.getFirst() : null;
		return switch (price.getPer()) {
			case PiecePer piece when piece.getPiece() == Piece.ITEM -> misfit(piece,
					"Offer '%s' has no items. Pay 'per record', per period, or per unit of a share.".formatted(offer.getName()));
			case UnitPer unit when share == null -> isTime(unit.getUnit()) ? Optional.empty() : misfit(price,
					shares.isEmpty() ? "Offer '%s' shares nothing that counts in [%s]. Add a share, or pay per period.".formatted(
							offer.getName(), unit.getUnit())
							: "Offer '%s' does not say which share is paid per [%s]. Add 'of' and one of %s.".formatted(
									offer.getName(), unit.getUnit(), names(shares)));
			case UnitPer unit when price.getMeter() == null && isTime(unit.getUnit()) -> Optional.empty();
			case UnitPer unit -> counted(share, unit).or(() -> tier(share, price));
			case null, default -> tier(null, price);
		};
	}

	private static Optional<Misfit> ordered(Price price, Order order) {
		Quantity quantity = order.getClauses().stream().filter(Measure.class::isInstance).map(Measure.class::cast)
				.filter(measure -> measure.getKind() == MeasureKind.QUANTITY).map(Measure::getValue).findFirst().orElse(null);
		String ordered = quantity == null || quantity.getUnit() == null ? "1" : quantity.getUnit();
		return switch (price.getPer()) {
			case PiecePer piece when piece.getPiece() == Piece.RECORD ->
				misfit(piece, "Order '%s' has no records. Pay 'per item', or per unit of what is ordered.".formatted(
						order.getName()));
			case PiecePer piece when quantity != null && differ(ordered, "1") -> misfit(piece,
					"Order '%s' counts in [%s], not in items. Pay per [%s].".formatted(order.getName(), ordered, ordered));
			case UnitPer unit when quantity != null && differ(unit.getUnit(), ordered) -> misfit(unit,
					"Order '%s' counts in %s, so it cannot be paid per [%s]. Pay per %s.".formatted(order.getName(),
							quantity.getUnit() == null ? "items" : "[" + ordered + "]", unit.getUnit(),
							quantity.getUnit() == null ? "item" : "[" + ordered + "]"));
			case null, default -> Optional.empty();
		};
	}

	/** @return what is wrong with a lease, which is paid for time */
	public static Optional<Misfit> of(Lease lease) {
		String leased = lease.eContainer() instanceof NamedElement asset ? asset.getName() : "";
		return switch (lease.getPer()) {
			case PiecePer piece -> misfit(piece,
					"The lease of '%s' is paid for time, not per %s. Pay per [h], [d] or month.".formatted(leased,
							piece.getPiece().getLiteral()));
			case UnitPer unit when differ(unit.getUnit(), "s") -> misfit(unit,
					"The lease of '%s' is paid for time, not per [%s]. Pay per [h], [d] or month.".formatted(leased,
							unit.getUnit()));
			case null, default -> Optional.empty();
		};
	}

	private static Optional<Misfit> counted(Signal meter, UnitPer per) {
		return switch (Kind.of(meter.getType())) {
			case Kind.Numeric counts when differ(per.getUnit(), counts.unit().code()) -> misfit(per,
					"'%s' counts in %s, so it cannot be paid per [%s]. Use [%s] or another unit of %s.".formatted(meter.getName(),
							counts.unit(), per.getUnit(), counts.unit().code(), counts.unit().dimension().name()));
			case Kind.Numeric counts -> Optional.empty();
			case Kind.Unknown unknown -> Optional.empty();
			case Kind other -> misfit(per, "'%s' is %s and cannot be paid per [%s]. Price what counts.".formatted(
					meter.getName(), other.described(), per.getUnit()));
		};
	}

	/** A tier without a unit counts in the unit of its meter. */
	private static Optional<Misfit> tier(Signal meter, Price price) {
		Quantity above = price.getAbove();
		if (above == null || above.getUnit() == null) {
			return Optional.empty();
		}
		Kind kind = meter == null ? Kind.number("1") : Kind.of(meter.getType());
		if (!(kind instanceof Kind.Numeric counts) || !differ(above.getUnit(), counts.unit().code())) {
			return Optional.empty();
		}
		String counted = meter == null ? "What is paid 'per record' or per period counts in [1]" : "'%s' counts in %s".formatted(
				meter.getName(), counts.unit());
		return misfit(above, "%s, so no tier begins above an amount in [%s]. Give the amount in that unit.".formatted(
				counted, above.getUnit()));
	}

	private static boolean isTime(String unit) {
		return unit != null && Units.parse(unit).unit().map(Unit::dimension).filter(Dimension.TIME::equals).isPresent();
	}

	/** @return whether two codes are units of different kinds; unknown ones are a finding of their own */
	private static boolean differ(String one, String other) {
		if (one == null || other == null) {
			return false;
		}
		Optional<Unit> first = Units.parse(one).unit();
		Optional<Unit> second = Units.parse(other).unit();
		return first.isPresent() && second.isPresent() && !Units.compatible(first.get(), second.get());
	}

	private static String names(List<Signal> signals) {
		String names = signals.stream().limit(MOST_NAMES).map(signal -> "'" + signal.getName() + "'")
				.collect(Collectors.joining(", "));
		return signals.size() > MOST_NAMES ? names + " and others" : names;
	}

	private static Optional<Misfit> misfit(EObject at, String message) {
		return Optional.of(new Misfit(at, message));
	}
}
