package io.twinwright.sirius;

import io.twinwright.core.binding.Reads;
import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.Wiring;
import io.twinwright.model.Asset;
import io.twinwright.model.Call;
import io.twinwright.model.Clause;
import io.twinwright.model.Declaration;
import io.twinwright.model.Part;
import io.twinwright.model.Segment;
import io.twinwright.model.Signal;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Site;
import io.twinwright.model.Structure;
import io.twinwright.model.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.serializer.ISerializer;

/** What the tables of signals and insights ask. */
public final class SignalServices {
	private SignalServices() {
	}

	/** @return whether there is a table of the signals of a declaration */
	public static boolean hasSignals(Declaration self) {
		return (self instanceof Asset || self instanceof Type || self instanceof Site) && self.eResource() != null
				&& (!signals(self).isEmpty() || parts(self).stream().anyMatch(part -> !signals(part).isEmpty()));
	}

	/** @return the signals of equipment, inherited ones included, its own first */
	public static List<Signal> signals(EObject self) {
		return new Members(Members.Cache.none()).all(self).values().stream().filter(Signal.class::isInstance).map(Signal.class::cast).toList();
	}

	/** @return the parts of equipment, inherited ones included */
	public static List<Part> parts(EObject self) {
		return self instanceof Structure structure ? List.copyOf(new Wiring(structure).parts()) : List.of();
	}

	/** @return what kind of signal it is, as it is written */
	public static String kind(EObject self) {
		return self instanceof Signal signal ? signal.getKind().getLiteral() : "";
	}

	/** @return the type of its values, as it is written */
	public static String valueType(EObject self) {
		return self instanceof Signal signal && signal.getType() != null ? text(signal.getType()) : "";
	}

	/** @return its formula or value, as it is written; empty where there is none */
	public static String formula(EObject self) {
		return self instanceof Signal signal && signal.getValue() != null ? text(signal.getValue()) : "";
	}

	/** @return what else its header says, clause by clause, as it is written */
	public static String clauses(EObject self) {
		return self instanceof Signal signal ? signal.getClauses().stream().map(SignalServices::text).collect(Collectors.joining(" ")) : "";
	}

	private static String text(EObject element) {
		return Drawings.service(element, ISerializer.class).serialize(element).strip().replaceAll("\\s+", " ");
	}

	/** @return whether there is a table of the insights of a declaration: an asset, whose parts are known */
	public static boolean hasInsights(Declaration self) {
		return self instanceof Asset && self.eResource() != null && !insights(self).isEmpty();
	}

	/** @return the insights of equipment, inherited ones included */
	public static List<Signal> insights(EObject self) {
		return signals(self).stream().filter(signal -> signal.getKind() == SignalKind.INSIGHT).toList();
	}

	/** @return the signals from which the insights of equipment are computed */
	public static List<Signal> inputs(EObject self) {
		Set<Signal> inputs = new LinkedHashSet<>();
		insights(self).forEach(insight -> inputs.addAll(reads(insight)));
		return List.copyOf(inputs);
	}

	/** @return the signals from which an insight is computed at once, at any position */
	public static List<Signal> reads(Signal self) {
		if (self.eResource() == null) {
			return List.of();
		}
		TwinModel twin = Drawings.of(self).twin();
		return twin.roots().stream().flatMap(root -> root.all().stream()).flatMap(position -> position.points().stream())
				.filter(point -> point.signal() == self).flatMap(point -> Reads.of(twin, point).stream()).map(Point::signal).distinct().toList();
	}

	/** @return by which functions an insight is computed from a signal; a dot where it is none */
	public static String usage(EObject self, EObject input) {
		Set<String> functions = new LinkedHashSet<>();
		EcoreUtil.getAllProperContents(self, true).forEachRemaining(part -> {
			if (part instanceof Call call && call.getFunction() != null && refersTo(call, input)) {
				functions.add(call.getFunction().getName());
			}
		});
		return functions.isEmpty() ? "•" : String.join(", ", functions);
	}

	private static boolean refersTo(Call call, EObject input) {
		boolean[] found = new boolean[1];
		EcoreUtil.getAllProperContents(call, true).forEachRemaining(part -> found[0] |= part instanceof Segment segment
				&& segment.getTarget() == input);
		return found[0];
	}
}
