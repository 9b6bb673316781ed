package io.twinwright.tests.importers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.importers.draft.AssetDraft;
import io.twinwright.importers.draft.BayDraft;
import io.twinwright.importers.draft.BindingDraft;
import io.twinwright.importers.draft.CapabilityDraft;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.EndpointDraft;
import io.twinwright.importers.draft.EquipmentDraft;
import io.twinwright.importers.draft.NamedDraft;
import io.twinwright.importers.draft.PartDraft;
import io.twinwright.importers.draft.ProvisionDraft;
import io.twinwright.importers.draft.QuantityDraft;
import io.twinwright.importers.draft.ServiceDraft;
import io.twinwright.importers.draft.SignalDraft;
import io.twinwright.importers.draft.SiteDraft;
import io.twinwright.importers.draft.StructureDraft;
import io.twinwright.importers.draft.TypeDraft;
import io.twinwright.importers.text.TwinWriter;
import io.twinwright.importers.text.Written;
import io.twinwright.model.SignalKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever files say, the text that comes of them has no errors. */
class ImportedTextTest {
	private static final List<String> WORDS = List.of("", " ", "x", "X", "x y", "x-y", "x_y", "each", "true", "type", "sensor", "string", "Filling", "PackML", "Line", "1st", "*/", "//",
			"\"", "\\", "a\nb", "\u0000", "온도", "Füllhöhe", "漢字", "🏭", "a.b", "a/b", "'", "{", "}", "^each", "secret", "name", "SerialNumber", "SerialNumbr", "W".repeat(300),
			"namespace", "over", "mean", "count");
	private static final List<String> UNITS = List.of("", "kW", "°C", "xyz", "mo", "a b", "[bar]", "]", "[", "%", "kWh", "[[psi]]", "\n", "1", "h", "Cel");
	private static final List<String> NUMBERS = List.of("0", "1", "-1", "0.5", "1e3", "1e-30", "12000", "1e999999", "-273.15", "123456789012345678901234567890123456789012345");
	private static final List<String> VALUES = List.of("0", "1.5", "true", "FALSE", "text", "\"", "a\nb", "1e999999999", "", "-5");
	private static final List<String> ADDRESSES = List.of("ns=2;s=a", "ns=2;s=b.x", "nsu=urn:x;s=a\"b", "nonsense", "i=85", "", "topic/a", "nsu=urn:x;g=5");

	static LongStream seeds() {
		return LongStream.range(0, 40);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void hasNoErrors(long seed) {
		Imports.assertLegal(write(new Drafts(new Random(seed)).draft()).text());
	}

	@Test
	void isTheSameTwice() {
		for (long seed = 0; seed < 20; seed++) {
			assertEquals(write(new Drafts(new Random(seed)).draft()), write(new Drafts(new Random(seed)).draft()));
		}
	}

	@Test
	void breaksCircles() {
		Draft draft = new Draft();
		TypeDraft one = draft.type("1", "One");
		TypeDraft other = draft.type("2", "Other");
		one.type = other;
		other.type = one;
		one.part("inner", other);
		other.part("inner", one);
		Written written = write(draft);
		Imports.assertLegal(written.text());
		assertEquals(List.of("'One' would be a kind of itself; it extends nothing here.", "One: Part 'inner' is left out: 'Other' would contain itself."),
				written.remarks().stream().map(Object::toString).toList());
	}

	@Test
	void namesPlacesThatAreNone() {
		Draft draft = new Draft();
		SiteDraft site = draft.site("1", "Base");
		site.latitude = BigDecimal.valueOf(91);
		site.longitude = BigDecimal.ONE;
		site.zone = "Mars";
		site.bay("B1").footprint = "huge";
		site.bays.getFirst().floor = new QuantityDraft(BigDecimal.ZERO, "t/m2");
		TypeDraft type = draft.type("1", "T");
		draft.asset("1", "A").part("elsewhere", type).bay = site.bays.getFirst();
		AssetDraft asset = draft.asset("2", "B");
		asset.site = site;
		for (String part : List.of("first", "second")) {
			asset.part(part, type).bay = site.bays.getFirst();
		}
		Written written = write(draft);
		Imports.assertLegal(written.text());
		assertTrue(written.text().contains(" : T in B1\n"), written.text());
		assertEquals(List.of("B1: Its floor bears 0, which is nothing.", "B1: Its footprint 'huge' is none of the library.", "Base: Its place 91, 1 is none on earth.", "Base: Its time zone 'Mars' is none that is known.",
				"elsewhere: Its bay 'B1' is of another site.", "second: Its bay 'B1' has no room for it: a bay holds one part."), written.remarks().stream().map(Object::toString).sorted().toList());
	}

	@Test
	void boundsLevels() {
		Draft draft = new Draft();
		TypeDraft outer = draft.type("0", "T0");
		for (int i = 1; i < 5000; i++) {
			TypeDraft inner = draft.type("" + i, "T" + i);
			outer.part("inner", inner);
			outer.part("other", inner);
			outer = inner;
		}
		draft.asset("a", "a").part("top", draft.type("0", ""));
		assertTrue(write(draft).text().contains("is left out: there are more than 50 levels of parts"));
	}

	private static Written write(Draft draft) {
		return new TwinWriter(() -> Imports.LANGUAGE).write(draft, "a b", List.of("Imported from x."));
	}

	/** Drafts that say anything. */
	private record Drafts(Random random) {
		private String any(List<String> words) {
			return words.get(random.nextInt(words.size()));
		}

		private boolean sometimes() {
			return random.nextInt(3) == 0;
		}

		Draft draft() {
			Draft draft = new Draft();
			List<CapabilityDraft> capabilities = new ArrayList<>();
			for (int i = random.nextInt(4); i > 0; i--) {
				CapabilityDraft capability = draft.capability("" + i, any(WORDS));
				name(capability);
				if (sometimes()) {
					signal(capability.parameter(any(WORDS)));
				}
				if (sometimes() && !capabilities.isEmpty()) {
					capability.base = capabilities.getLast();
				}
				capabilities.add(capability);
			}
			List<TypeDraft> types = new ArrayList<>();
			for (int i = random.nextInt(6); i > 0; i--) {
				types.add(draft.type("" + i, any(WORDS)));
			}
			types.forEach(type -> fill(type, types, capabilities));
			types.forEach(type -> type.isAbstract = random.nextInt(6) == 0);
			List<EndpointDraft> endpoints = List.of(draft.endpoint("opc.tcp://a.example:4840", any(WORDS)), draft.endpoint("", any(WORDS)),
					draft.endpoint("mqtt://b.example", any(WORDS)));
			List<AssetDraft> assets = new ArrayList<>();
			for (int i = random.nextInt(5); i > 0; i--) {
				AssetDraft asset = draft.asset("" + i, any(WORDS));
				fill(asset, types, capabilities);
				asset.site = sometimes() ? site(draft) : null;
				asset.parts.forEach(part -> part.bay = asset.site == null ? null : asset.site.bays.get(random.nextInt(asset.site.bays.size())));
				asset.parts.forEach(part -> part.uses = sometimes() && !assets.isEmpty() ? assets.get(random.nextInt(assets.size())) : null);
				bind(asset, endpoints);
				assets.add(asset);
			}
			if (sometimes()) {
				draft.remark(any(WORDS) + " " + any(WORDS));
			}
			return draft;
		}

		private void name(NamedDraft element) {
			element.label = sometimes() ? any(WORDS) : null;
			element.description = sometimes() ? any(WORDS) + " " + any(WORDS) : null;
			if (sometimes()) {
				element.notes.add(any(WORDS) + any(WORDS));
			}
		}

		private void fill(EquipmentDraft equipment, List<TypeDraft> types, List<CapabilityDraft> capabilities) {
			name(equipment);
			equipment.type = sometimes() && !types.isEmpty() ? types.get(random.nextInt(types.size())) : null;
			if (sometimes()) {
				equipment.identity.put(any(WORDS), any(WORDS));
			}
			for (int i = random.nextInt(3); i > 0 && !capabilities.isEmpty(); i--) {
				equipment.provisions.add(new ProvisionDraft(capabilities.get(random.nextInt(capabilities.size())), sometimes()));
			}
			signals(equipment);
			for (int i = random.nextInt(3); i > 0; i--) {
				ServiceDraft service = equipment.service(any(WORDS));
				name(service);
				service.capability = sometimes() && !capabilities.isEmpty() ? capabilities.getFirst() : null;
				signals(service);
				if (sometimes()) {
					signals(service.procedure(any(WORDS)));
				}
			}
			for (int i = random.nextInt(3); i > 0 && !types.isEmpty(); i--) {
				PartDraft part = equipment.part(any(WORDS), types.get(random.nextInt(types.size())));
				name(part);
				part.repeated = sometimes() ? 4 : 0;
			}
		}

		private void signals(StructureDraft structure) {
			for (int i = random.nextInt(5); i > 0; i--) {
				signal(structure.signal(any(WORDS)));
			}
		}

		private void signal(SignalDraft signal) {
			name(signal);
			signal.kind = sometimes() ? null : List.of(SignalKind.SENSOR, SignalKind.ACTUATOR, SignalKind.STATE, SignalKind.PARAMETER, SignalKind.PROPERTY).get(random.nextInt(5));
			signal.data = Data.values()[random.nextInt(Data.values().length)];
			signal.isCounter = random.nextInt(6) == 0;
			signal.unit = sometimes() ? any(UNITS) : null;
			signal.ucum = random.nextInt(6) == 0 ? any(UNITS) : null;
			signal.low = sometimes() ? new BigDecimal(any(NUMBERS)) : null;
			signal.high = sometimes() ? new BigDecimal(any(NUMBERS)) : null;
			signal.value = sometimes() ? any(VALUES) : null;
			signal.every = sometimes() ? new BigDecimal(any(NUMBERS)) : null;
			signal.tag = sometimes() ? any(WORDS) : null;
			signal.semantic = sometimes() ? any(WORDS) : null;
			signal.enumeration = sometimes() ? any(WORDS) : "";
			for (int i = random.nextInt(3) * random.nextInt(3); i > 0; i--) {
				signal.states.put(any(WORDS), random.nextInt(6) - 1);
			}
			for (int i = random.nextInt(3); i > 0; i--) {
				signal.node.add(any(WORDS));
			}
		}

		private SiteDraft site(Draft draft) {
			SiteDraft site = draft.site(any(WORDS), any(WORDS));
			site.latitude = sometimes() ? new BigDecimal(any(NUMBERS)) : null;
			site.longitude = sometimes() ? new BigDecimal(any(NUMBERS)) : null;
			site.zone = sometimes() ? any(List.of("Asia/Seoul", "Mars", "")) : null;
			BayDraft bay = site.bay(any(WORDS));
			bay.footprint = sometimes() ? any(List.of("ISO_1CC", "Filling", "huge")) : null;
			bay.floor = sometimes() ? new QuantityDraft(new BigDecimal(any(NUMBERS)).abs(), "t/m2") : null;
			return site;
		}

		private void bind(AssetDraft asset, List<EndpointDraft> endpoints) {
			asset.binding = sometimes() ? binding(endpoints) : null;
			asset.signals.forEach(signal -> signal.binding = sometimes() ? binding(endpoints) : null);
			for (PartDraft part : asset.parts) {
				part.binding = sometimes() ? binding(endpoints) : null;
				part.type.signals.stream().filter(signal -> sometimes()).forEach(signal -> asset.bindings.put(List.of(part, signal), binding(endpoints)));
			}
		}

		private BindingDraft binding(List<EndpointDraft> endpoints) {
			return new BindingDraft(endpoints.get(random.nextInt(endpoints.size())), any(ADDRESSES));
		}
	}
}
