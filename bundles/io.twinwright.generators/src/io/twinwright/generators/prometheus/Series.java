package io.twinwright.generators.prometheus;

import io.twinwright.core.structure.Point;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Selectors of series. */
final class Series {
	private Series() {
	}

	/** @return the selector of one signal's series */
	static String of(String name, Point point) {
		return name + "{asset=" + quoted(point.position().path()) + (point.index() == 0 ? "" : ",number=\"" + point.index() + "\"") + "}";
	}

	/** @return the selector of the series of several signals with one name */
	static String ofAll(String name, List<Point> points) {
		Collection<String> assets = new TreeSet<>();
		Collection<Integer> numbers = new TreeSet<>();
		points.forEach(point -> {
			assets.add(point.position().path());
			numbers.add(point.index());
		});
		List<String> labels = new ArrayList<>();
		labels.add(assets.size() == 1 ? "asset=" + quoted(assets.iterator().next())
				: "asset=~" + quoted(assets.stream().map(Series::literally).collect(Collectors.joining("|"))));
		if (!numbers.contains(0)) {
			labels.add("number=~" + quoted(numbers.stream().map(String::valueOf).collect(Collectors.joining("|"))));
		}
		return name + "{" + String.join(",", labels) + "}";
	}

	private static String literally(String text) {
		return text.replaceAll("[\\\\.+*?()|\\[\\]{}^$]", "\\\\$0");
	}

	/** @return a string of PromQL */
	static String quoted(String text) {
		return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
	}
}
