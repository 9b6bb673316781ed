package io.twinwright.core.business;

import io.twinwright.core.expression.Kind;
import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.model.PeriodPer;
import io.twinwright.model.PiecePer;
import io.twinwright.model.Price;
import io.twinwright.model.Signal;
import io.twinwright.model.UnitPer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The prices of one meter, share or piece, each from an amount on: the base price from 0, the others from
 * {@code above}.
 *
 * @param meter what is counted, null for pieces, periods and single payments
 * @param prices in the order of the text
 */
public record Tiers(Signal meter, List<Price> prices) {
	private record Key(Object counted, Object per) {
	}

	/** Two prices that begin at the same amount. */
	public record Overlap(Price first, Price second) {
	}

	/**
	 * @param items the items of a contract or offer, or the clauses of an order
	 * @return the prices among them by what they count
	 */
	public static List<Tiers> of(Collection<?> items) {
		List<Signal> signals = items.stream().filter(Signal.class::isInstance).map(Signal.class::cast).toList();
		Map<Key, List<Price>> groups = new LinkedHashMap<>();
		for (Object item : items) {
			if (item instanceof Price price) {
				groups.computeIfAbsent(key(price, signals), key -> new ArrayList<>()).add(price);
			}
		}
		return groups.entrySet().stream().map(group -> new Tiers(
				group.getKey().counted() instanceof Signal meter ? meter : null, group.getValue())).toList();
	}

	private static Key key(Price price, List<Signal> signals) {
		return switch (price.getPer()) {
			case PeriodPer period -> new Key(price.getMeter(), period.getPeriod());
			case PiecePer piece -> new Key(price.getMeter(), piece.getPiece());
			case UnitPer unit -> {
				Signal meter = price.getMeter() != null || signals.size() != 1 ? price.getMeter() : signals.getFirst();
				yield meter != null && counts(meter, unit.getUnit()) ? new Key(meter, "unit")
						: new Key(price.getMeter(), unit.getUnit());
			}
			case null, default -> new Key(price.getMeter(), price);
		};
	}

	private static boolean counts(Signal meter, String code) {
		return Kind.of(meter.getType()) instanceof Kind.Numeric number && code != null
				&& Units.parse(code).unit().filter(unit -> Units.compatible(unit, number.unit())).isPresent();
	}

	/** @return each price that begins where an earlier one does */
	public List<Overlap> overlaps() {
		Map<BigDecimal, Price> beginnings = new LinkedHashMap<>();
		List<Overlap> overlaps = new ArrayList<>();
		for (Price price : prices) {
			beginning(price).ifPresent(amount -> {
				Price first = beginnings.putIfAbsent(amount, price);
				if (first != null) {
					overlaps.add(new Overlap(first, price));
				}
			});
		}
		return overlaps;
	}

	/** @return the lowest price if it does not begin at 0, so that nothing is said about what comes before it */
	public Optional<Price> gap() {
		Price lowest = null;
		BigDecimal least = null;
		for (Price price : prices) {
			Optional<BigDecimal> amount = beginning(price);
			if (amount.isEmpty()) {
				return Optional.empty();
			}
			if (least == null || amount.get().compareTo(least) < 0) {
				lowest = price;
				least = amount.get();
			}
		}
		return least == null || least.signum() <= 0 ? Optional.empty() : Optional.of(lowest);
	}

	/** @return from which amount on, in the unit of the meter; empty if its unit is none of the meter's */
	private Optional<BigDecimal> beginning(Price price) {
		var above = price.getAbove();
		if (above == null) {
			return Optional.of(BigDecimal.ZERO);
		}
		if (above.getNumber() == null) {
			return Optional.empty();
		}
		if (above.getUnit() == null) {
			return Optional.of(normal(above.getNumber()));
		}
		Optional<Unit> unit = Units.parse(above.getUnit()).unit();
		Unit own = meter != null && Kind.of(meter.getType()) instanceof Kind.Numeric counts ? counts.unit()
				: Units.of("1");
		return unit.filter(known -> Units.compatible(known, own))
				.map(known -> normal(new Quantity(above.getNumber(), known).in(own).number()));
	}

	private static BigDecimal normal(BigDecimal number) {
		return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
	}
}
