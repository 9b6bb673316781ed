package io.twinwright.dsl.ide.completion;

import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.UnitCatalogue;
import io.twinwright.core.quantity.UnitCatalogue.Entry;
import io.twinwright.core.quantity.Units;
import io.twinwright.dsl.ide.completion.Items.Rank;
import io.twinwright.dsl.ide.hover.UnitFacts;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/** The units behind an open bracket; those that fit the place come first, common ones before others. */
final class UnitItems {
	private UnitItems() {
	}

	static void add(XtextResource file, Cursor cursor, Items items) {
		Optional<Unit> expected = expected(file, cursor);
		String end = cursor.unitEnd() > cursor.offset() && cursor.text().charAt(cursor.unitEnd() - 1) == ']' ? "" : "]";
		expected.ifPresent(unit -> add(unit, "as the place asks for", Rank.NEAR, end, items));
		for (Entry entry : UnitCatalogue.entries()) {
			boolean fits = expected.isPresent() && Units.compatible(entry.unit(), expected.get());
			Rank rank = fits ? Rank.FITTING : expected.isPresent() ? Rank.FAR : entry.unece().isPresent() ? Rank.PROJECT : Rank.LIBRARY;
			add(entry.unit(), entry.name(), rank, end, items);
		}
	}

	private static void add(Unit unit, String name, Rank rank, String end, Items items) {
		CompletionItem item = items.add(rank, unit.code(), unit.code() + end, CompletionItemKind.Unit);
		String symbol = unit.symbol().equals(unit.code()) ? "" : unit.symbol() + " ";
		Items.explain(item, symbol + (name.isBlank() ? unit.dimension().name() : name), item == null ? "" : UnitFacts.of(unit));
	}

	private static Optional<Unit> expected(XtextResource file, Cursor cursor) {
		try (Scratch scratch = Scratch.withUnit(file, cursor)) {
			EObject element = scratch.leaf() == null ? null : NodeModelUtils.findActualSemanticObjectFor(scratch.leaf());
			return ExpectedUnit.at(element);
		}
	}
}
