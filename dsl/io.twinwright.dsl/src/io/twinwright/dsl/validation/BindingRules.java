package io.twinwright.dsl.validation;

import io.twinwright.core.binding.NodeClash;
import io.twinwright.core.binding.Sampling;
import io.twinwright.core.binding.UnboundRead;
import io.twinwright.core.binding.Bindings;
import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.expression.Kind;
import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.model.Binding;
import io.twinwright.model.Clause;
import io.twinwright.model.Endpoint;
import io.twinwright.model.Feedback;
import io.twinwright.model.Measure;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Signal;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Text;
import io.twinwright.model.TextKind;
import io.twinwright.model.TwinPackage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.CheckType;

/** Group 6: how signals are tied to nodes, topics and columns. */
public class BindingRules extends Rules {
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;
	private static final Pattern NUMBERED = Pattern.compile("(?:.*/)?ns=0*([1-9]\\d*);.*", Pattern.DOTALL);

	@Check(CheckType.NORMAL)
	public void nodesAreDistinct(Model file) {
		facts(file).nodeClashes().getOrDefault(file.eResource(), Map.of()).forEach((place, clash) ->
			report(Rule.NODE_TWICE, ("'%s' and '%s' are both bound to '%s' of endpoint '%s'. Bind each signal to a node of "
					+ "its own.").formatted(clash.first().point().path(), clash.second().point().path(), clash.address(),
					clash.second().endpoint().getName()), place, feature(place)));
	}

	/** The text that makes two signals meet: an address of their own, the second root, or else the second's own path. */
	static EObject place(NodeClash clash) {
		Attachment first = clash.first();
		Attachment second = clash.second();
		if (second.relative().isEmpty() || first.binding() != second.binding() && !first.relative().isEmpty()) {
			return second.binding();
		}
		if (first.relative().isEmpty()) {
			return first.binding();
		}
		TextKind kind = second.byTag() ? TextKind.TAG : TextKind.NODE;
		Signal signal = second.point().signal();
		Optional<Clause> text = signal.getClauses().stream()
				.filter(clause -> clause instanceof Text own && own.getKind() == kind
						&& own.getText() != null && own.getText().equals(second.point().text(kind).orElse(null))).findFirst();
		return text.isPresent() ? text.get() : signal;
	}

	private static EStructuralFeature feature(EObject place) {
		return switch (place) {
			case Binding binding -> binding.getAddress() == null ? TWIN.getBinding_Target() : TWIN.getBinding_Address();
			case Text text -> TWIN.getText_Text();
			default -> TWIN.getNamedElement_Name();
		};
	}

	@Check(CheckType.NORMAL)
	public void signalsInUseAreBound(Model file) {
		for (UnboundRead found : facts(file).unboundReads().getOrDefault(file.eResource(), List.of())) {
			report(Rule.UNBOUND_SIGNAL, "%s of '%s' uses '%s'%s, %s".formatted(described(found.reader()), found.at().path(),
					found.missing().getFirst().path(), others(found.missing().size() - 1), reason(found.missing())),
					found.reader(), TWIN.getNamedElement_Name());
		}
	}

	private String reason(List<Point> missing) {
		Point point = missing.getFirst();
		Optional<Attachment> attachment = twin(point.signal()).attachment(point);
		return attachment.isPresent() ? "which has no tag, though '%s' binds by tag. Add 'tag', or bind it.".formatted(
				attachment.get().endpoint() == null ? "" : attachment.get().endpoint().getName())
				: "which nothing binds. Bind it, or the position '%s', to an endpoint.".formatted(point.position().path());
	}

	private static String others(int count) {
		return count == 0 ? "" : count == 1 ? " and one more signal" : " and %d more signals".formatted(count);
	}

	private static String described(NamedElement reader) {
		String word = reader instanceof Feedback ? "Feedback" : reader instanceof Signal signal
				&& signal.getKind() == SignalKind.INSIGHT ? "Insight" : "The alarm on";
		return "%s '%s'".formatted(word, reader.getName());
	}

	@Check
	public void addressNamesItsNamespace(Binding binding) {
		if (binding.getAddress() != null) {
			named(binding.getAddress(), binding, TWIN.getBinding_Address());
		}
	}

	@Check
	public void addressNamesItsNamespace(Text text) {
		if (text.getKind() == TextKind.NODE && text.getText() != null) {
			named(text.getText(), text, TWIN.getText_Text());
		}
	}

	private void named(String address, EObject element, EStructuralFeature feature) {
		Matcher numbered = NUMBERED.matcher(address);
		if (numbered.matches()) {
			report(Rule.NAMESPACE_INDEX, ("Address '%s' names its namespace by the number %s, which a server may give to "
					+ "another one when it restarts. Name it by its URI, as in 'nsu=https://acme.example/ua;s=Filler1'.")
					.formatted(address, numbered.group(1)), element, feature);
		}
	}

	@Check
	public void wireUnitFits(Binding binding) {
		if (binding.getUnit() == null || binding.getTarget() == null || binding.getTarget().getSegments().isEmpty()) {
			return;
		}
		NamedElement target = binding.getTarget().getSegments().getLast().getTarget();
		if (target == null || target.eIsProxy()) {
			return;
		}
		if (!(target instanceof Signal signal)) {
			report(Rule.WIRE_UNIT_MISMATCH, ("'%s' is no signal, so it has no unit on the wire. Bind the signal that comes in "
					+ "[%s].").formatted(target.getName(), binding.getUnit()), binding, TWIN.getBinding_Unit());
			return;
		}
		switch (Kind.of(signal.getType())) {
			case Kind.Numeric number -> converts(binding, signal, number.unit());
			case Kind.Unknown unknown -> {
				// a finding of its own
			}
			case Kind other -> report(Rule.WIRE_UNIT_MISMATCH,
					"Signal '%s' is %s, which has no unit on the wire. Leave 'as [%s]' out.".formatted(signal.getName(),
							other.described(), binding.getUnit()), binding, TWIN.getBinding_Unit());
		}
	}

	private void converts(Binding binding, Signal signal, Unit own) {
		Optional<Unit> wire = Units.parse(binding.getUnit()).unit();
		if (wire.isPresent() && !Units.compatible(wire.get(), own)) {
			report(Rule.WIRE_UNIT_MISMATCH, "%s on the wire is %s, but signal '%s' is in %s, which is %s. Use a unit of %s."
					.formatted(wire.get(), wire.get().dimension().name(), signal.getName(), own, own.dimension().name(),
							own.dimension().name()), binding, TWIN.getBinding_Unit());
		}
	}

	@Check(CheckType.NORMAL)
	public void elementsAreBoundOnce(Binding binding) {
		Binding first = facts(binding).bindings().firstOf(binding);
		if (first != null && first.getEndpoint() != null) {
			report(Rule.BOUND_TWICE, "'%s' is already bound to endpoint '%s'. Keep one of both bindings.".formatted(
					Bindings.named(binding.getTarget()), first.getEndpoint().getName()), binding, TWIN.getBinding_Target(),
					Edits.fix("Remove the second binding", Edits.remove(binding)));
		}
	}

	@Check(CheckType.NORMAL)
	public void samplingIsPossible(Binding binding) {
		Endpoint endpoint = binding.getEndpoint();
		Quantity fastest = Sampling.fastest(endpoint).orElse(null);
		if (fastest == null || binding.getTarget() == null) {
			return;
		}
		Measure every = Sampling.interval(binding).orElse(null);
		if (every != null) {
			if (Sampling.time(every.getValue()).filter(interval -> interval.compareTo(fastest) < 0).isPresent()) {
				report(Rule.SAMPLING_TOO_FAST, ("'%s' is sampled every %s, but endpoint '%s' allows %s at the fastest. Ask for "
						+ "no less.").formatted(Bindings.named(binding.getTarget()), Sampling.time(every.getValue()).get(),
						endpoint.getName(), fastest), every, TWIN.getMeasure_Value(),
						slower(fastest, Edits.replace(every.getValue(), fastest.toString())));
			}
			return;
		}
		List<Point> faster = facts(binding).sampling().faster(binding, fastest);
		if (!faster.isEmpty()) {
			report(Rule.SAMPLING_TOO_FAST, ("'%s'%s %s sampled faster than endpoint '%s' allows, which is every %s. Let the "
					+ "binding say how often to sample.").formatted(faster.getFirst().path(), others(faster.size() - 1),
					faster.size() == 1 ? "is" : "are",
					endpoint.getName(), fastest), binding, TWIN.getBinding_Target(),
					slower(fastest, Edits.after(binding, " every " + fastest)));
		}
	}

	private static List<Fix> slower(Quantity fastest, Fix.Edit edit) {
		return Edits.fix("Sample every %s".formatted(fastest), edit);
	}
}
