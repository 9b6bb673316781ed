package io.twinwright.tests.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.address.ServedVariable.Access;
import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.core.discovery.Machine;
import io.twinwright.core.discovery.Match;
import io.twinwright.core.discovery.Matching;
import io.twinwright.core.discovery.Positions;
import io.twinwright.core.discovery.StandIn;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Asset;
import io.twinwright.tests.opcua.Twins;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MatchingTest {
	private static final NodeAddress FILLER = new NodeAddress("urn:twin:a", "Filler");
	private static final TwinModel TWIN = Twins.parse("""
			namespace a
			abstract type Module { sensor load : [kW] }
			type Filler extends Module {
			  identity { ManufacturerName "ACME" ManufacturerProductDesignation "FX-12" }
			  sensor flow : [l/min]
			  state mode : string
			  actuator speed : [/min]
			}
			type Capper extends Module { identity { ManufacturerName "ACME" ManufacturerProductDesignation "CP-7" } sensor torque : [N.m] }
			asset F1 : Filler { identity { SerialNumber "17" } }
			asset L1 {
			  part fill : Filler uses F1
			  part spare : Filler
			  part cap  : Capper
			  insight total : [l/min] = fill.flow
			}
			""");
	private final Matching matching = new Matching(TWIN);

	private static Machines filler() {
		return new Machines().type(FILLER, "Filler").says("Manufacturer", "ACME").says("Model", "FX-12").says("SerialNumber", "99")
				.has("load", Data.REAL, "kW", Access.READ).has("flow", Data.REAL, "l/min", Access.READ).has("mode", Data.TEXT, null, Access.READ)
				.has("speed", Data.REAL, "/min", Access.WRITTEN);
	}

	private Match best(Machines machine) {
		return matching.match(machine.in(TWIN)).getFirst();
	}

	@Test
	void findsTheTypeThatFitsInAll() {
		Match match = best(filler());
		assertEquals("Filler", match.type().getName());
		assertEquals("1.00", match.shown());
		assertEquals(List.of(), match.misfits());
		assertEquals(List.of("type node 'nsu=urn:twin:a;s=Filler'", "manufacturer 'ACME'", "product 'FX-12'", "4 of 4 signals"), match.fits());
	}

	@Test
	void leavesTypesOutThatHaveNoPieces() {
		assertEquals(List.of("Capper", "Filler"), matching.match(filler().in(TWIN)).stream().map(match -> match.type().getName()).sorted().toList());
	}

	@Test
	void toldByItsNameplateAlone() {
		Match match = best(new Machines().says("Manufacturer", "acme").says("Model", "CP-7").has("torque", Data.REAL, "N.m", Access.READ)
				.has("load", Data.INTEGER, "kW", Access.READ));
		assertEquals("Capper", match.type().getName());
		assertEquals("1.00", match.shown());
	}

	@Test
	void saysWhatDoesNotFit() {
		Machines machine = new Machines().type(FILLER, "Filler").says("Manufacturer", "ACME").says("Model", "FX-9").has("load", Data.REAL, "W", Access.READ)
				.has("flow", Data.REAL, "bar", Access.READ).has("speed", Data.REAL, "/min", Access.READ);
		Match match = best(machine);
		assertEquals("Filler", match.type().getName());
		assertEquals(Set.of("Its product is 'FX-9' and not 'FX-12'.", "Signal 'load' is in [W] and not in [kW], which converts.",
				"Signal 'flow' is in [bar] and not in [l/min].", "Signal 'mode' has no node.", "Signal 'speed' cannot be written."), Set.copyOf(match.misfits()));
		// type node 3 of 3, manufacturer 1 of 1, product 0 of 2, signals 4 times 0.8 of 4
		assertEquals((3 + 1 + 4 * 0.2) / 10, match.degree(), 1e-9);
	}

	@Test
	void takesNothingForAPump() {
		Match match = best(new Machines().says("Manufacturer", "Pumps Ltd").has("pressure", Data.REAL, "bar", Access.READ));
		assertFalse(match.isLikely(), match.toString());
	}

	@Test
	void knowsPiecesBySerialNumber() {
		Machine machine = filler().in(TWIN);
		assertTrue(matching.known(machine).isEmpty());
		Machine known = new Machines().says("Manufacturer", "ACME").says("SerialNumber", "17").in(TWIN);
		assertEquals("F1", matching.known(known).map(Asset::getName).orElse(""));
		Machine other = new Machines().says("Manufacturer", "Others").says("SerialNumber", "17").in(TWIN);
		assertTrue(matching.known(other).isEmpty());
	}

	@Test
	void canTakePositionsOfItsType() {
		List<StandIn> places = new Positions(TWIN).of(best(filler()));
		assertEquals(List.of("L1.fill", "L1.spare"), places.stream().map(place -> place.position().path()).toList());
		assertTrue(places.stream().allMatch(place -> place.obstacle().isEmpty()), places.toString());
	}

	@Test
	void cannotTakeAPositionWhereWhatItLacksIsRead() {
		Machines machine = new Machines().type(FILLER, "Filler").says("Manufacturer", "ACME").says("Model", "FX-12").has("load", Data.REAL, "kW", Access.READ)
				.has("mode", Data.TEXT, null, Access.READ).has("speed", Data.REAL, "/min", Access.WRITTEN);
		Map<String, String> obstacles = new TreeMap<>();
		new Positions(TWIN).of(best(machine)).forEach(place -> obstacles.put(place.position().path(), place.obstacle().orElse("")));
		assertEquals(Map.of("L1.fill", "the server lacks what is read there: signal 'flow'.", "L1.spare", ""), obstacles);
	}
}
