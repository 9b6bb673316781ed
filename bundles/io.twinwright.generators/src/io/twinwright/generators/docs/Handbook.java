package io.twinwright.generators.docs;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.picture.Picture;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.Presentation;
import io.twinwright.model.Clause;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.Involvement;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Path;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.Quantity;
import io.twinwright.model.QuantityType;
import io.twinwright.model.TextKind;
import io.twinwright.model.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jsoup.nodes.Element;

/** What all pages share: the model, where each page is, how things are worded, and the diagrams. */
final class Handbook {
	private static final String FOLDER = "docs/";
	private static final String ENDING = ".html";
	private static final String FIRST = "index";

	private final TwinModel twin;
	private final Presentation presentation;
	private final Map<Position, String> files = new LinkedHashMap<>();
	private final Map<NamedElement, List<Picture>> pictures = new HashMap<>();

	Handbook(TwinModel twin, Presentation presentation) {
		this.twin = twin;
		this.presentation = presentation;
		Set<String> taken = new HashSet<>(Set.of(FIRST));
		for (Position root : twin.roots()) {
			String name = root.qualifiedName();
			while (!taken.add(name.toLowerCase(Locale.ROOT))) {
				name += "~";
			}
			files.put(root, name + ENDING);
		}
		presentation.pictures().of(twin).forEach(picture -> pictures.computeIfAbsent(picture.subject(), key -> new ArrayList<>()).add(picture));
	}

	TwinModel twin() {
		return twin;
	}

	/** @return the path of the page on which the handbook begins */
	static String first() {
		return FOLDER + home();
	}

	/** @return the link to the page on which the handbook begins */
	static String home() {
		return FIRST + ENDING;
	}

	/** @return the path of the page of a root asset */
	String path(Position root) {
		return FOLDER + files.get(root);
	}

	/** @return a link to where a position is described */
	String link(Position position) {
		String file = files.get(position.root());
		return position.parent() == null ? file : file + "#" + anchor(position);
	}

	/** @return the id of a position on the page of its root */
	static String anchor(Position position) {
		return Sheet.anchor(position.path());
	}

	/** @return a field with what is described on the first page; a link unless it is of the library; empty for nothing */
	Cell linked(NamedElement element) {
		return name(element).isEmpty() ? Cell.EMPTY : twin.files().contains(EcoreUtil.getRootContainer(element))
				? Cell.link(title(element), home() + "#" + anchor(element)) : Cell.of(title(element));
	}

	/** @return the id of a declaration on the first page */
	static String anchor(NamedElement element) {
		return Sheet.anchor(TwinModel.qualifiedName(element));
	}

	/** @return a field that leads to what a path means, where that is one thing or several in one place */
	Cell subject(Path path) {
		String text = wording(path);
		return twin.resolve(path).stream().findFirst().map(located -> switch (located) {
			case Position position -> position;
			case Point point -> point.position();
		}).filter(position -> files.containsKey(position.root())).map(position -> Cell.link(text, link(position))).orElse(Cell.of(text));
	}

	/** @return the text of an element as it is written, empty for none */
	String wording(EObject element) {
		return element == null ? "" : presentation.wording().apply(element);
	}

	/** @return the text of an element without the word that it begins with */
	String without(String word, EObject element) {
		String text = wording(element);
		return text.startsWith(word + " ") ? text.substring(word.length() + 1) : text;
	}

	/** @return the comment before an element, empty for none */
	String comment(NamedElement element) {
		return presentation.comments().apply(element).orElse("");
	}

	/** @return its label, else its name */
	static String title(NamedElement element) {
		return element.getLabel() != null && !element.getLabel().isBlank() ? element.getLabel() : name(element);
	}

	static String name(NamedElement element) {
		return element == null || element.eIsProxy() || element.getName() == null ? "" : element.getName();
	}

	/** @return what kind of values a type has, without its unit */
	static String kind(ValueType type) {
		return switch (type) {
			case QuantityType quantity -> "real";
			case PrimitiveType primitive -> primitive.getPrimitive().getLiteral();
			case EnumerationType states -> name(states.getEnumeration());
			case null, default -> "";
		};
	}

	/** @return the unit of a type, empty if it has none */
	static String unit(ValueType type) {
		String unit = switch (type) {
			case QuantityType quantity -> quantity.getUnit();
			case PrimitiveType primitive -> primitive.getUnit();
			case null, default -> null;
		};
		return unit == null ? "" : unit;
	}

	/** @return {@code 100 ms}, which is not broken */
	static String quantity(Quantity quantity) {
		return quantity.getNumber().toPlainString() + (quantity.getUnit() == null ? "" : "\u00a0" + quantity.getUnit());
	}

	/** @return {@code owner ACME}, one on a line */
	static Cell roles(List<? extends Clause> clauses) {
		return Cell.lines(clauses.stream().filter(Involvement.class::isInstance).map(Involvement.class::cast)
				.filter(role -> role.getParty() != null && !role.getParty().eIsProxy())
				.map(role -> role.getRole().getLiteral() + " " + title(role.getParty())).toList());
	}

	/** @return the node, topic or column of a signal on its endpoint, empty if it is not bound */
	String address(Point point) {
		return twin.attachment(point).map(attachment -> Addresses.isOpcUa(attachment.endpoint()) ? Addresses.of(twin, point).toString()
				: attachment.byTag() ? point.text(TextKind.TAG).orElse("")
				: attachment.relative().isEmpty() ? attachment.address() : attachment.address() + "/" + attachment.relative()).orElse("");
	}

	/** Adds the diagrams of an element. */
	void draw(Sheet sheet, Element in, NamedElement subject) {
		for (Picture picture : pictures.getOrDefault(subject, List.of())) {
			String kind = picture.kind().substring(0, 1).toUpperCase(Locale.ROOT) + picture.kind().substring(1);
			sheet.picture(in, picture, "%s diagram of %s".formatted(kind, title(subject)));
		}
	}
}
