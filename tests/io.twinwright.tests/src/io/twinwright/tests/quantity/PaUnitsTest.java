package io.twinwright.tests.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.quantity.PaUnits;
import io.twinwright.core.quantity.Parsed;
import io.twinwright.core.quantity.Units;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaUnitsTest {
	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', value = {"1000, K", "1001, Cel", "1010, m", "1013, mm", "1034, m3", "1038, l", "1040, ml", "1054, s", "1058, min", "1059, h",
			"1061, m/s", "1077, Hz", "1083, /min", "1085, {rev}/min", "1088, kg", "1089, g", "1092, t", "1097, kg/m3", "1100, g/cm3",
			"1120, N", "1126, N.m", "1130, Pa", "1132, MPa", "1133, kPa", "1136, hPa", "1137, bar", "1138, mbar", "1141, [psi]",
			"1149, mm[H2O]", "1157, mm[Hg]", "1159, Pa.s", "1162, cP", "1167, J", "1173, kJ", "1179, kW.h", "1186, W", "1190, kW",
			"1209, A", "1211, mA", "1221, A.h", "1240, V", "1243, mV", "1281, Ohm", "1284, kOhm", "1290, uS", "1302, mS/cm",
			"1322, kg/s", "1323, kg/min", "1324, kg/h", "1328, t/h", "1342, %", "1347, m3/s", "1348, m3/min", "1349, m3/h", "1350, m3/d",
			"1351, l/s", "1352, l/min", "1353, l/h", "1363, [gal_us]/min", "1384, mol", "1399, mol/l", "1422, [pH]", "1423, [ppm]",
			"1426, %{Brix}", "1552, uS/cm", "1558, mg/l", "1562, %{vol}", "1563, ml/min", "1577, ml/s", "1590, m3/h{normal}",
			"1616, kPa{absolute}", "1617, kPa{gauge}"})
	void knowsTheUnitCodesOfProcessDevices(int code, String unit) {
		assertEquals(Optional.of(unit), PaUnits.of(code));
	}

	@Test
	void writesOnlyUnitsThatUcumHas() {
		List<Integer> wrong = PaUnits.codes().stream()
				.filter(code -> !(Units.parse(PaUnits.of(code).orElseThrow()) instanceof Parsed.Known)).toList();
		assertEquals(List.of(), wrong);
		assertTrue(PaUnits.codes().size() > 500);
		assertTrue(PaUnits.isNone(1997));
		assertEquals(Optional.empty(), PaUnits.of(1113), "Degrees API are no unit of UCUM.");
	}

	@ParameterizedTest
	@CsvSource({"l/h, 1353", "dm3/h, 1353", "m3/h, 1349", "'m3/h{normal}', 1590", "kPa, 1133", "'kPa{gauge}', 1617", "'kPa{absolute}', 1616", "Cel, 1001", "K, 1000",
			"%, 1342", "min-1, 1083", "J/s, 1186"})
	void givesTheCodeOfAUnit(String unit, int code) {
		assertEquals(OptionalInt.of(code), PaUnits.code(Units.of(unit)));
	}

	/** All pure numbers mean the same, so only their own codes tell them apart. */
	@ParameterizedTest
	@CsvSource({"10*6/ml", "{AU}", "{cells}", "1", "'m3/h{dry}'"})
	void givesNoCodeWhereThereIsNone(String unit) {
		assertEquals(OptionalInt.empty(), PaUnits.code(Units.of(unit)));
	}

	@Test
	void givesACodeToEachOfItsUnitsThatMeansTheSame() {
		for (int code : PaUnits.codes()) {
			String unit = PaUnits.of(code).orElseThrow();
			assertEquals(unit, PaUnits.of(PaUnits.code(Units.of(unit)).orElseThrow()).orElseThrow());
		}
	}
}
