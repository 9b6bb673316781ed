package io.twinwright.dsl.ide.completion;

import io.twinwright.model.Allocation;
import io.twinwright.model.Arrival;
import io.twinwright.model.Asset;
import io.twinwright.model.Binding;
import io.twinwright.model.Breakdown;
import io.twinwright.model.Call;
import io.twinwright.model.Connection;
import io.twinwright.model.Contract;
import io.twinwright.model.Declaration;
import io.twinwright.model.Failure;
import io.twinwright.model.KeyWindow;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Operand;
import io.twinwright.model.Parameter;
import io.twinwright.model.Part;
import io.twinwright.model.Path;
import io.twinwright.model.Port;
import io.twinwright.model.Procedure;
import io.twinwright.model.Refinement;
import io.twinwright.model.Scenario;
import io.twinwright.model.Service;
import io.twinwright.model.Signal;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Start;
import io.twinwright.model.Swap;
import io.twinwright.model.Type;
import io.twinwright.model.TwinPackage;
import io.twinwright.model.ValueOf;
import io.twinwright.model.Write;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Which elements make sense where a name stands, beyond what the language can resolve there. */
final class NameFit {
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;

	private NameFit() {
	}

	static boolean fits(NamedElement element, EObject owner, EReference reference) {
		EClass kind = reference.getEReferenceType();
		if (kind != element.eClass() && !kind.isSuperTypeOf(element.eClass())) {
			return false;
		}
		if (reference == TWIN.getAsset_Type()) {
			return element instanceof Type type && !type.isAbstract();
		}
		if (EcoreUtil.isAncestor(element, owner)) {
			return false;
		}
		return reference != TWIN.getSegment_Target() || !(owner.eContainer() instanceof Path path) || inPath(element, path);
	}

	/** A path may end at what it is for, and lead there over parts. */
	private static boolean inPath(NamedElement element, Path path) {
		return switch (path.eContainer()) {
			case Binding binding -> isWay(element) || element instanceof Signal;
			case Write write -> isWay(element) || element instanceof Signal signal && isWritten(signal);
			case Start start -> isWay(element) || element instanceof Service || element instanceof Procedure;
			case Refinement refinement -> isWay(element) && !(element instanceof Asset) || element instanceof Signal;
			case Contract contract -> element instanceof Asset || element instanceof Part;
			case Scenario scenario -> element instanceof Asset || element instanceof Part;
			case Swap swap -> element instanceof Asset || element instanceof Part;
			case Breakdown breakdown -> element instanceof Asset || element instanceof Part;
			case Failure failure -> element instanceof Asset || element instanceof Part;
			case Allocation allocation -> element instanceof Asset || element instanceof Part;
			case Arrival arrival -> isWay(element) || element instanceof Port;
			case KeyWindow window -> isWay(element) || element instanceof Signal;
			case ValueOf value -> isWay(element) || element instanceof Signal || element instanceof Parameter
					|| element instanceof Port || element instanceof Type && isVisited(value);
			case null, default -> true;
		};
	}

	private static boolean isWay(NamedElement element) {
		return element instanceof Asset || element instanceof Part || element instanceof Service || element instanceof Procedure
				|| element instanceof Connection && !(element instanceof Declaration);
	}

	private static boolean isWritten(Signal signal) {
		return signal.getKind() == SignalKind.ACTUATOR || signal.getKind() == SignalKind.PARAMETER;
	}

	private static boolean isVisited(ValueOf value) {
		return value.eContainer() instanceof Operand operand && operand.isEach() && operand.eContainer() instanceof Call;
	}
}
