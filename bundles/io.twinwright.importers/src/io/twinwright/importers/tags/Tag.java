package io.twinwright.importers.tags;

import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.importers.draft.SignalDraft;
import io.twinwright.model.SignalKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What one row says.
 *
 * @param path the names of the equipment from the outermost, and its own name at last
 * @param server the URL of its server, empty if nobody says
 * @param node its node as the list has it, empty for none
 */
record Tag(List<String> path, SignalKind kind, Data data, boolean counter, String unit, BigDecimal low, BigDecimal high, BigDecimal every, String label,
		String description, String tag, String semantic, String server, String node, List<String> notes) {
	private static final int LONGEST = 1000;

	/** @return the last name of its path */
	String name() {
		return path.getLast();
	}

	/** @return the names of the equipment that has it */
	List<String> around() {
		return path.subList(0, path.size() - 1);
	}

	/** Says all but the description to a signal. */
	void fill(SignalDraft signal) {
		signal.kind = kind;
		signal.data = data;
		signal.isCounter = counter;
		signal.unit = unit.isEmpty() ? null : unit;
		signal.low = low;
		signal.high = high;
		signal.every = every;
		signal.label = label.isEmpty() ? null : label;
		signal.tag = tag.isEmpty() ? null : tag;
		signal.semantic = semantic.isEmpty() ? null : semantic;
		signal.node.add(name());
		signal.notes.addAll(new ArrayList<>(notes));
	}

	/** @return what pieces of one type have in common: all but node, server, and numbers in texts */
	String sameness() {
		return String.join("\u0000", name(), String.valueOf(kind), data.name(), String.valueOf(counter), unit, String.valueOf(low), String.valueOf(high),
				String.valueOf(every), plain(label), plain(description), tag, semantic, String.join("\u0001", notes));
	}

	/** @return a text without the numbers by which pieces are told apart */
	static String plain(String text) {
		return text.length() > LONGEST ? text : text.replaceAll("\\s*#?\\d+", "");
	}
}
