package io.twinwright.tests.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.twinwright.core.quantity.Parsed;
import io.twinwright.core.quantity.Units;

/** What is proposed for codes that plants write but UCUM does not have. */
class SpellingsTest {
	private static final String FIRST = """
			kWh;kW.h
			Wh;W.h
			MWh;MW.h
			kWh/m3;kW.h/m3
			kg/kWh;kg/kW/h
			kWh/m2a;kW.h/m2/a
			rpm;/min
			kn;[kn_i]
			kt;[kn_i]
			knots;[kn_i]
			nm;[nmi_i]
			nmi;[nmi_i]
			ft;[ft_i]
			ft/min;[ft_i]/min
			psi;[psi]
			[psii];[psi]
			°C;Cel
			degC;Cel
			C;Cel
			°C/h;K/h
			°F;[degF]
			degF;[degF]
			m³;m3
			m^3;m3
			m³/h;m3/h
			10³ m³/h;10*3.m3/h
			Nm;N.m
			kNm;kN.m
			Nm3;m3{std}
			Nm³/h;m3{std}/h
			mg/Nm3;mg/m3{std}
			barg;bar{gauge}
			bar(g);bar{gauge}
			mbarg;mbar{gauge}
			bara;bar{absolute}
			kPag;kPa{gauge}
			psig;[psi]{gauge}
			ppm;[ppm]
			ppb;[ppb]
			pH;[pH]
			sec;s
			msec;ms
			hr;h
			hrs;h
			mins;min
			day;d
			days;d
			year;a
			\u00b5m;um
			\u03bcS/cm;uS/cm
			Ω;Ohm
			\u2126;Ohm
			kΩ;kOhm
			VA;V.A
			kVA;kV.A
			var;V.A{reactive}
			kvar;kV.A{reactive}
			Mvarh;MV.A.h{reactive}
			%RH;%{RH}
			% RH;%{RH}
			gal;[gal_us]
			gpm;[gal_us]/min
			lb;[lb_av]
			lb/h;[lb_av]/h
			lbs/hr;[lb_av]/h
			lb/ft3;[lb_av]/[ft_i]3
			in;[in_i]
			inch;[in_i]
			hp;[HP]
			NTU;[NTU]
			KW;kW
			Kg/h;kg/h
			MPA;MPa
			hz;Hz
			kgs;kg
			mmHg;mm[Hg]
			liter/min;l/min
			kW h;kW.h
			W/m²K;W/m2/K
			kJ/(kg·K);kJ/(kg.K)
			ha;har
			[kn];[kn_i]
			[[psi]];[psi]
			kg/kW.h;kg/kW/h
			U/min;/min
			MWth;MW{thermal}
			mol%;%{mol}
			2 m;2.m
			MB/s;MBy/s
			""";

	@TestFactory
	Stream<DynamicTest> proposesFirst() {
		return FIRST.lines().map(line -> line.split(";")).map(row -> DynamicTest.dynamicTest(row[0], () -> {
			List<String> suggestions = Units.suggestions(row[0]);
			assertEquals(row[1], suggestions.isEmpty() ? "nothing" : suggestions.getFirst());
		}));
	}

	@TestFactory
	Stream<DynamicTest> proposesLegalCodesOnly() {
		return Stream.concat(FIRST.lines().map(line -> line.split(";")[0]),
				Stream.of("", " ", "/", ".", "()", "kW..h", "{x", "°", "m/(s", "[", "]]", "10^", "^2", "-", "é", "m\u00b2\u00b2"))
				.map(code -> DynamicTest.dynamicTest("code " + code, () -> {
					for (String suggestion : Units.suggestions(code)) {
						assertTrue(Units.parse(suggestion).unit().isPresent(), suggestion);
						assertFalse(suggestion.equals(code), suggestion);
					}
				}));
	}

	@Test
	void proposesNothingForMoney() {
		assertEquals(List.of(), Units.suggestions("EUR"));
		assertEquals(List.of(), Units.suggestions("USD/h"));
	}

	@Test
	void proposesNothingForUsualCodes() {
		for (String code : List.of("l/min", "m3/h", "mbar", "kW.h", "K", "mg/l", "h-1", "Ohm", "kW.h/m3/K", "m/s2", "deg")) {
			assertEquals(List.of(), Units.suggestions(code), code);
		}
	}

	@Test
	void proposalsComeWithTheRefusal() {
		assertEquals(List.of("kW.h"), ((Parsed.Unknown) Units.parse("kWh")).suggestions());
	}
}
