package io.twinwright.tests.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes plants that are right, at random but the same for the same seed. */
public final class RandomPlant {
	private static final List<String> UNITS = List.of("kW", "m3/h", "bar", "Cel", "%", "1", "l/min", "mm/s");
	private static final List<String> NAMES = List.of("rate", "flow", "온도", "Δp", "mass", "load", "type", "step", "x1", "Größe");

	private final Random random;
	private final StringBuilder text = new StringBuilder();
	private final List<String> types = new ArrayList<>();

	private RandomPlant(long seed) {
		random = new Random(seed);
	}

	/** @return the text of one file */
	public static String text(long seed) {
		return new RandomPlant(seed).write();
	}

	private String write() {
		line("namespace random." + pick(NAMES));
		line("enum Mode { off on = " + (2 + random.nextInt(50)) + " idle \"waits\" }");
		line("medium Syrup(brix : [%]) extends Liquid");
		line("capability Mixing(speed : [/min])");
		line("party Owner { name \"" + pick(List.of("Owner", "A \\\"B\\\"", "회사")) + "\" }");
		int count = 2 + random.nextInt(5);
		for (int i = 0; i < count; i++) {
			type("Unit" + i);
		}
		line("site Here location %d.5, -%d zone \"Asia/Seoul\" { shift day 06:00..18:00 on Mon..Fri }"
				.formatted(random.nextInt(80), random.nextInt(170)));
		plant();
		business();
		return text.toString();
	}

	private void type(String name) {
		String base = types.isEmpty() || random.nextBoolean() ? "" : " extends Base";
		if (types.isEmpty()) {
			line("abstract type Base every 1 [s] { state mode : Mode  private sensor hidden : counter }");
		}
		line("type %s%s%s {".formatted(name, maybe(" \"label of " + name + "\""), base + maybe(" mass 2.50 [t]")));
		line("  port in feed : Syrup(brix = 5..%d [%%])".formatted(10 + random.nextInt(50)));
		line("  port out made : Syrup(brix = 5..60 [%])");
		for (int i = 0; i < 1 + random.nextInt(5); i++) {
			String signal = pick(NAMES) + i;
			line("  sensor %s%s : [%s] range -5..%d%s%s%s".formatted(signal, maybe(" \"a label\""), pick(UNITS),
					10 + random.nextInt(90), maybe(" every 100 [ms]"), maybe(" alarm high 9 after 5 [s] \"too much\""),
					maybe(" tag \"T-" + i + "\"")));
		}
		line("  actuator set1 : [1] range 0..10");
		for (int i = 0; i < random.nextInt(4); i++) {
			line("  insight n%d : [1] = %s%s".formatted(i, number(3), maybe(" alarm when " + truth(2))));
		}
		line("  insight m : [1] = mean(set1%s) over %s".formatted(maybe(" where " + truth(1)),
				pick(List.of("15 [min]", "shift", "day", "256 samples", "month"))));
		if (random.nextBoolean()) {
			line("  provides Mixing(speed = 5..%d [/min]) rate 10 [/h]".formatted(10 + random.nextInt(90)));
		} else {
			line("  service mix : Mixing(speed <= 90 [/min]) lasts 4 [min] { procedure fast procedure slow lasts 9 [min] }");
		}
		if (random.nextBoolean()) {
			line("  feedback f%s { when %s%s notify Owner \"look\" }".formatted(maybe(" advise"), truth(2),
					maybe(" for 5 [s]")));
		}
		line("}");
		types.add(name);
	}

	private void plant() {
		line("asset Line1 : Line at Here owner Owner {");
		line("  port in raw : Syrup  port out done : Syrup");
		for (int i = 0; i < types.size(); i++) {
			line("  part p%d : %s".formatted(i, types.get(i)));
		}
		line("  connect raw -> p0.feed");
		for (int i = 1; i < types.size(); i++) {
			line("  connect %sp%d.made -> p%d.feed%s".formatted(maybe("c" + i + " : "), i - 1, i, maybe(" buffer 12")));
		}
		line("  connect p%d.made -> done".formatted(types.size() - 1));
		line("}");
	}

	private void business() {
		line("endpoint plc { url \"opc.tcp://localhost:4840\" user secret \"plc\" }");
		line("bind Line1 to plc \"nsu=urn:x;s=Line1\"" + maybe(" every 250 [ms]"));
		line("policy Use { permit use to Owner" + maybe(" for \"maintenance\"") + " until 2027-12-31 }");
	}

	private String number(int depth) {
		return switch (depth == 0 ? random.nextInt(2) : random.nextInt(7)) {
			case 0 -> random.nextInt(100) + pick(List.of("", ".50", "e2"));
			case 1 -> "set1";
			case 2 -> "(" + number(depth - 1) + ")";
			case 3 -> "-" + number(depth - 1);
			case 4 -> "(if %s then %s else set1)".formatted(truth(depth - 1), number(depth - 1));
			default -> number(depth - 1) + pick(List.of(" + ", " - ", " * ", " / ")) + number(depth - 1);
		};
	}

	private String truth(int depth) {
		return switch (depth == 0 ? random.nextInt(2) : random.nextInt(5)) {
			case 0 -> "set1 " + pick(List.of("<", "<=", ">", ">=", "==", "!=")) + " " + random.nextInt(10);
			case 1 -> pick(List.of("true", "false"));
			case 2 -> "not (" + truth(depth - 1) + ")";
			case 3 -> "(" + truth(depth - 1) + " or " + truth(depth - 1) + ")";
			default -> truth(depth - 1) + " and " + truth(depth - 1);
		};
	}

	private String maybe(String words) {
		return random.nextInt(3) == 0 ? words : "";
	}

	private <T> T pick(List<T> choices) {
		return choices.get(random.nextInt(choices.size()));
	}

	private void line(String line) {
		text.append(line).append('\n');
	}
}
