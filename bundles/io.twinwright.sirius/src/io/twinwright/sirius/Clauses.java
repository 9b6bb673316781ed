package io.twinwright.sirius;

import io.twinwright.core.capability.RecipeOrder;
import io.twinwright.dsl.services.TwinGrammarAccess;
import io.twinwright.model.Asset;
import io.twinwright.model.Bay;
import io.twinwright.model.BayPlacement;
import io.twinwright.model.Clause;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Connection;
import io.twinwright.model.Cover;
import io.twinwright.model.Measure;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Occupancy;
import io.twinwright.model.Part;
import io.twinwright.model.Quantity;
import io.twinwright.model.Sequence;
import io.twinwright.model.Step;
import io.twinwright.model.TwinFactory;
import io.twinwright.model.UseKind;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;

/** Sets and takes away the clauses of headers; each says why it did not, or an empty text. */
final class Clauses {
	private Clauses() {
	}

	static String setBuffer(Connection connection, String amount) {
		if (amount == null || amount.isBlank()) {
			connection.getClauses().removeIf(Clauses::isBuffer);
			return "";
		}
		IParseResult parsed = Drawings.service(connection, IParser.class).parse(Drawings.service(connection, TwinGrammarAccess.class).getQuantityRule(),
				new StringReader(amount.strip()));
		if (parsed.hasSyntaxErrors() || !(parsed.getRootASTElement() instanceof Quantity quantity)) {
			return "'%s' is no amount. Write a number and, if it is not of pieces, its unit, as in 3 [m3].".formatted(amount.strip());
		}
		Quantity value = TwinFactory.eINSTANCE.createQuantity();
		value.setNumber(quantity.getNumber());
		value.setUnit(quantity.getUnit());
		Optional<Measure> before = first(connection, Measure.class, Clauses::isBuffer);
		if (before.isPresent()) {
			before.get().setValue(value);
			return "";
		}
		Measure buffer = TwinFactory.eINSTANCE.createMeasure();
		buffer.setKind(MeasureKind.BUFFER);
		buffer.setValue(value);
		connection.getClauses().add(buffer);
		return "";
	}

	private static boolean isBuffer(Clause clause) {
		return clause instanceof Measure measure && measure.getKind() == MeasureKind.BUFFER;
	}

	static String addStandby(Part part, Asset piece) {
		Occupancy standby = first(part, Occupancy.class, clause -> ((Occupancy) clause).getKind() == UseKind.STANDBY).orElseGet(() -> {
			Occupancy created = TwinFactory.eINSTANCE.createOccupancy();
			created.setKind(UseKind.STANDBY);
			created.getAssets().add(piece);
			part.getClauses().add(created);
			return created;
		});
		if (!standby.getAssets().contains(piece)) {
			standby.getAssets().add(piece);
		}
		return "";
	}

	static String removeStandby(Part part, EObject piece) {
		for (Clause clause : List.copyOf(part.getClauses())) {
			if (clause instanceof Occupancy occupancy && occupancy.getKind() == UseKind.STANDBY && occupancy.getAssets().remove(piece)
					&& occupancy.getAssets().isEmpty()) {
				part.getClauses().remove(clause);
			}
		}
		return "";
	}

	static String setCover(Part part, Part covered) {
		part.getClauses().removeIf(clause -> covered == null && clause instanceof Cover);
		if (covered != null) {
			Cover cover = first(part, Cover.class, clause -> true).orElseGet(() -> add(part, TwinFactory.eINSTANCE.createCover(), covered));
			cover.setPart(covered);
		}
		return "";
	}

	private static Cover add(Part part, Cover cover, Part covered) {
		cover.setPart(covered);
		part.getClauses().add(cover);
		return cover;
	}

	static String setBay(Part part, Bay bay) {
		part.getClauses().removeIf(clause -> bay == null && clause instanceof BayPlacement);
		if (bay != null) {
			Optional<BayPlacement> before = first(part, BayPlacement.class, clause -> true);
			BayPlacement placement = before.orElseGet(TwinFactory.eINSTANCE::createBayPlacement);
			placement.setBay(bay);
			if (before.isEmpty()) {
				part.getClauses().addFirst(placement);
			}
		}
		return "";
	}

	static String addAfter(Step step, Step before) {
		Optional<String> refusal = RecipeOrder.refusal(step, before);
		if (refusal.isPresent()) {
			return refusal.get();
		}
		Sequence sequence = first(step, Sequence.class, clause -> true).orElse(null);
		if (sequence == null) {
			sequence = TwinFactory.eINSTANCE.createSequence();
			sequence.getSteps().add(before);
			step.getClauses().addFirst(sequence);
		} else if (!sequence.getSteps().contains(before)) {
			sequence.getSteps().add(before);
		}
		return "";
	}

	static String removeAfter(Step step, EObject before) {
		first(step, Sequence.class, clause -> ((Sequence) clause).getSteps().contains(before)).ifPresent(sequence -> {
			sequence.getSteps().remove(before);
			if (sequence.getSteps().isEmpty()) {
				step.getClauses().remove(sequence);
			}
		});
		return "";
	}

	private static <T extends Clause> Optional<T> first(ClauseHolder holder, Class<T> kind, Predicate<Clause> fits) {
		return holder.getClauses().stream().filter(kind::isInstance).filter(fits).map(kind::cast).findFirst();
	}
}
