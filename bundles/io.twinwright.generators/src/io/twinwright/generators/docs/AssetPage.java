package io.twinwright.generators.docs;

import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Asset;
import io.twinwright.model.Part;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** The page of a root asset: its diagrams, the positions in it, and of each its signals, alarms, insights and more. */
final class AssetPage {
	private final Handbook book;
	private final Position root;
	private final Sheet sheet;

	/**
	 * Positions of one repeated part that differ in nothing but their number.
	 *
	 * @param first of them, which stands for all
	 * @param last the same as the first if it is alone
	 */
	private record Alike(Position first, Position last, int count) {
	}

	AssetPage(Handbook book, Position root) {
		this.book = book;
		this.root = root;
		this.sheet = new Sheet(Handbook.title(root.element()), TwinModel.qualifiedName(root.element()), Handbook.home());
	}

	Page write() {
		Element about = sheet.chapter("about", "About");
		new PositionText(book, sheet, root).about(about);
		book.draw(sheet, about, root.element());
		if (!root.parts().isEmpty()) {
			Element positions = sheet.chapter("positions", "Positions");
			sheet.table(positions, List.of("Position", "Type", "Filled by", "Standby", "In", "Covers"), rows(root, 0));
		}
		Element details = sheet.chapter("signals", "Signals and alarms");
		describe(details, new Alike(root, root, 1));
		return sheet.page(book.path(root));
	}

	private List<List<Cell>> rows(Position around, int depth) {
		List<List<Cell>> rows = new ArrayList<>();
		for (Alike alike : grouped(around)) {
			Position position = alike.first();
			PositionText text = new PositionText(book, sheet, position);
			rows.add(List.of(Cell.link("· ".repeat(depth) + title(alike), "#" + Handbook.anchor(position)), Cell.of(Handbook.name(position.type())),
					position.piece() == null ? Cell.EMPTY : Cell.of(Handbook.title(position.piece())),
					Cell.lines(position.standby().stream().map(Handbook::title).toList()), Cell.of(text.bay()), Cell.of(text.covers())));
			rows.addAll(rows(position, depth + 1));
		}
		return rows;
	}

	private void describe(Element chapter, Alike alike) {
		Position position = alike.first();
		PositionText text = new PositionText(book, sheet, position);
		boolean says = text.hasDetails() || position != root;
		if (says) {
			Element section = sheet.section(chapter, Handbook.anchor(position), heading(alike));
			if (alike.count() > 1) {
				sheet.prose(section, alike.count() + " positions that differ in their number only; this is " + position.name() + ".");
			}
			if (position != root) {
				text.about(section);
				pieces(section, position);
			}
			text.details(section);
		}
		grouped(position).forEach(inner -> describe(chapter, inner));
	}

	/** A piece has diagrams of its own, which show it where it is now. */
	private void pieces(Element section, Position position) {
		Asset piece = position.piece();
		if (piece != null && book.twin().positionOf(piece) == position) {
			book.draw(sheet, section, piece);
		} else if (position.element() instanceof Part part) {
			book.draw(sheet, section, part);
		}
	}

	/** @return the way from the root to a position */
	private String heading(Alike alike) {
		Position around = alike.first().parent();
		return around == null || around == root ? title(alike) : around.path().substring(root.name().length() + 1) + "." + title(alike);
	}

	private static String title(Alike alike) {
		return alike.count() == 1 ? alike.first().name() : alike.first().name() + " … " + alike.last().name();
	}

	private List<Alike> grouped(Position around) {
		List<Alike> groups = new ArrayList<>();
		String before = null;
		for (Position position : around.parts()) {
			String print = position.index() == 0 ? null : new PositionText(book, sheet, position).print();
			if (print != null && print.equals(before)) {
				Alike open = groups.removeLast();
				groups.add(new Alike(open.first(), position, open.count() + 1));
			} else {
				groups.add(new Alike(position, position, 1));
			}
			before = print;
		}
		return groups;
	}
}
