package io.twinwright.dsl.formatting2;

import io.twinwright.model.Action;
import io.twinwright.model.Connection;
import io.twinwright.model.Declaration;
import io.twinwright.model.Entry;
import io.twinwright.model.Literal;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Party;
import io.twinwright.model.Shift;
import io.twinwright.model.Signal;
import io.twinwright.model.Step;
import io.twinwright.model.Trigger;
import io.twinwright.model.TwinPackage;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.formatting2.regionaccess.IHiddenRegion;
import org.eclipse.xtext.formatting2.regionaccess.ISemanticRegion;

/**
 * The line of an element.
 *
 * @param kind rows of one kind are aligned with each other; null for none
 * @param cells where the columns of the row begin after the first one; null where the row has none
 */
record Row(Object kind, Gap start, List<IHiddenRegion> cells) {
	/** Stands between two tables. */
	static final Row END = new Row(null, null, List.of());

	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;

	/** @param start before the first token of an element */
	static Row of(Gap start) {
		EObject element = start.after.getSemanticElement();
		Cells cells = new Cells(start.after);
		return switch (element) {
			case Signal signal -> new Row(Signal.class, start, cells.before(TWIN.getNamedElement_Name()).before(":")
					.behind(signal.getType()).list);
			case Part part -> new Row(Part.class, start, cells.before(":").behind(TWIN.getPart_Type()).list);
			case Connection connection when connection.getName() != null -> new Row("named", start,
					cells.before(":").before("->", "<->").list);
			case Connection connection -> new Row("unnamed", start, cells.before("->", "<->").list);
			case Party party -> new Row(Party.class, start, cells.before("{").list);
			case Entry entry -> new Row(Entry.class, start, cells.behind(TWIN.getEntry_Key()).list);
			case Literal state -> new Row(Literal.class, start, cells.before("=").list);
			case Step step -> new Row(Step.class, start, cells.behind(TWIN.getNamedElement_Name()).list);
			case Shift shift -> new Row(Shift.class, start, cells.behind(TWIN.getNamedElement_Name()).list);
			case Trigger trigger -> new Row("reaction", start, cells.behind(start.after).list);
			case Action action when start.after.getSemanticElement() == action -> new Row("reaction", start,
					cells.behind(start.after).list);
			case Declaration declaration -> new Row(null, start, List.of());
			case NamedElement named -> new Row(named.eClass(), start, cells.before(TWIN.getNamedElement_Name()).before(":").list);
			default -> new Row(null, start, List.of());
		};
	}

	/** The columns of a row, named by what stands beside them. */
	private static final class Cells {
		private final ISemanticRegion first;
		private final List<IHiddenRegion> list = new ArrayList<>();

		Cells(ISemanticRegion first) {
			this.first = first;
		}

		Cells before(EStructuralFeature feature) {
			ISemanticRegion region = region(feature);
			list.add(region == null ? null : region.getPreviousHiddenRegion());
			return this;
		}

		Cells before(String... keywords) {
			ISemanticRegion region = null;
			for (String keyword : keywords) {
				region = region == null ? first.getEObjectRegion().getRegionFor().keyword(keyword) : region;
			}
			list.add(region == null ? null : region.getPreviousHiddenRegion());
			return this;
		}

		Cells behind(EStructuralFeature feature) {
			return behind(region(feature));
		}

		Cells behind(ISemanticRegion region) {
			list.add(region == null ? null : region.getNextHiddenRegion());
			return this;
		}

		Cells behind(EObject inner) {
			var region = inner == null ? null : first.getTextRegionAccess().regionForEObject(inner);
			list.add(region == null ? null : region.getNextHiddenRegion());
			return this;
		}

		private ISemanticRegion region(EStructuralFeature feature) {
			return first.getEObjectRegion().getRegionFor().feature(feature);
		}
	}
}
