package io.twinwright.tests.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.twinwright.core.evaluate.Quality;
import io.twinwright.core.evaluate.Sample;
import io.twinwright.core.evaluate.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values of plain Java objects, and what a sample may be. */
class ValueTest {
	private static final Rig RIG = new Rig("""
			enum Fuel { hfo vlsfo mgo lng = 7 methanol }
			asset P {
			  sensor q : [kW]  sensor i : integer  sensor c : counter  sensor b : boolean  sensor s : string
			  sensor t : timestamp  sensor g : geopoint  sensor m : money  state fuel : Fuel
			}""");

	private static Optional<Value> value(String name, Object raw) {
		return Value.of(RIG.point("P." + name).signal().getType(), raw);
	}

	@Test
	void plainObjectsBecomeValues() {
		assertEquals(Optional.of(new Value.Number(2.5)), value("q", 2.5f));
		assertEquals(Optional.of(new Value.Number(3)), value("i", 3));
		assertEquals(Optional.of(new Value.Number(3)), value("c", 3L));
		assertEquals(Optional.of(new Value.Bool(true)), value("b", true));
		assertEquals(Optional.of(new Value.Text("A")), value("s", "A"));
		assertEquals(Optional.of(new Value.Timestamp(Instant.EPOCH)), value("t", Instant.EPOCH));
		assertEquals(Optional.of(new Value.Geo(1, 2)), value("g", new Value.Geo(1, 2)));
		assertEquals(Optional.of(new Value.Money(BigDecimal.ONE, "EUR")), value("m", new Value.Money(BigDecimal.ONE, "EUR")));
	}

	@Test
	void statesComeAsNumberOrName() {
		assertEquals(Optional.of(new Value.State("vlsfo", 1)), value("fuel", 1));
		assertEquals(Optional.of(new Value.State("methanol", 8)), value("fuel", (short) 8));
		assertEquals(Optional.of(new Value.State("lng", 7)), value("fuel", "lng"));
		assertEquals(Optional.empty(), value("fuel", 3));
		assertEquals(Optional.empty(), value("fuel", "coal"));
	}

	@Test
	void whatDoesNotFitHasNoValue() {
		assertEquals(Optional.empty(), value("q", "2.5"));
		assertEquals(Optional.empty(), value("q", Double.NaN));
		assertEquals(Optional.empty(), value("q", null));
		assertEquals(Optional.empty(), value("b", 1));
		assertEquals(Optional.empty(), Value.of(null, 1));
	}

	@Test
	void sampleHasAValueUnlessItIsBad() {
		assertThrows(IllegalArgumentException.class, () -> new Sample(Instant.EPOCH, null, Quality.GOOD));
		assertThrows(IllegalArgumentException.class, () -> new Sample(Instant.EPOCH, new Value.Number(1), Quality.BAD));
	}

	@Test
	void valueOfTheWrongKindIsRefused() {
		Rig rig = Rig.plant("sensor x : [kW]  insight d : [kW] = x");
		assertThrows(IllegalArgumentException.class,
				() -> rig.evaluation.offer(rig.point("P.x"), Sample.good(Rig.MONDAY, new Value.Text("A"))));
	}

	@Test
	void inputsAreWhatIsRead() {
		Rig rig = Rig.plant("sensor x : [kW]  sensor y : [kW]  sensor z : [kW] alarm high 3  insight d : [kW] = x");
		assertEquals(java.util.Set.of(rig.point("P.x"), rig.point("P.z")), rig.evaluation.inputs());
		rig.put(0, "y", 3).until(0);
		assertEquals(0, rig.results.size());
	}
}
