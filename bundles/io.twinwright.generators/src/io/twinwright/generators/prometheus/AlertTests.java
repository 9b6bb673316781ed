package io.twinwright.generators.prometheus;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tests of the alerts of limits for {@code promtool test rules}, one for each name: the series of all its assets stay
 * within, go beyond until the last of them fires, and return; with a hysteresis not far enough at first.
 */
final class AlertTests {
	private static final long STEP = 15_000;
	/** So many samples are within at the beginning, beyond after the last alert, in between and at the end. */
	private static final int SAMPLES = 4;

	private final Map<String, List<Alert>> alerts;

	AlertTests(List<Alert> alerts) {
		this.alerts = alerts.stream().collect(Collectors.groupingBy(Alert::name, LinkedHashMap::new, Collectors.toList()));
	}

	/** @return the content of the file, null without alerts */
	ObjectNode build() {
		if (alerts.isEmpty()) {
			return null;
		}
		ObjectNode file = JsonNodeFactory.instance.objectNode();
		file.putArray("rule_files").add(PrometheusTarget.RULES);
		file.put("evaluation_interval", Durations.text(STEP));
		ArrayNode tests = file.putArray("tests");
		alerts.values().forEach(same -> tests.add(test(same)));
		return file;
	}

	private static ObjectNode test(List<Alert> same) {
		long after = same.stream().mapToLong(Alert::after).max().orElse(0);
		int beyond = (int) ((after + STEP - 1) / STEP) + SAMPLES;
		boolean stays = same.stream().allMatch(alert -> alert.between() != null);
		ObjectNode test = JsonNodeFactory.instance.objectNode();
		test.put("name", same.getFirst().name());
		test.put("interval", Durations.text(STEP));
		ArrayNode series = test.putArray("input_series");
		same.forEach(alert -> series.addObject().put("series", alert.series()).put("values", values(alert, beyond, stays)));
		ArrayNode expected = test.putArray("alert_rule_test");
		int lastBeyond = SAMPLES + beyond - 1;
		expect(expected, SAMPLES - 1, same, false);
		expect(expected, lastBeyond, same, true);
		if (stays) {
			expect(expected, lastBeyond + SAMPLES, same, true);
		}
		expect(expected, lastBeyond + (stays ? 2 : 1) * SAMPLES, same, false);
		return test;
	}

	private static String values(Alert alert, int beyond, boolean stays) {
		return repeated(Term.plain(alert.within()), SAMPLES) + " " + repeated(Term.plain(alert.beyond()), beyond)
				+ (stays ? " " + repeated(Term.plain(alert.between()), SAMPLES) : "") + " " + repeated(Term.plain(alert.within()), SAMPLES);
	}

	/** The first sample and as many more of the same. */
	private static String repeated(String number, int times) {
		return number + "x" + (times - 1);
	}

	private static void expect(ArrayNode expected, int sample, List<Alert> same, boolean firing) {
		ObjectNode check = expected.addObject().put("eval_time", Durations.text(sample * STEP)).put("alertname", same.getFirst().name());
		if (firing) {
			ArrayNode alerts = check.putArray("exp_alerts");
			for (Alert alert : same) {
				ObjectNode one = alerts.addObject();
				one.set("exp_labels", alert.labels());
				one.set("exp_annotations", alert.annotations().deepCopy().put("summary",
						alert.annotations().get("summary").textValue().replace("{{ \"{{\" }}", "{{")));
			}
		}
	}
}
