package io.twinwright.dsl.messages;

import com.google.inject.Inject;
import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.diagnostic.Nearest;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.States;
import io.twinwright.dsl.validation.Edits;
import io.twinwright.model.End;
import io.twinwright.model.Membership;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Path;
import io.twinwright.model.Segment;
import io.twinwright.model.TwinPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.linking.impl.LinkingDiagnosticMessageProvider;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScopeProvider;

/** Says which name is not known where, and which ones are near. */
public class LinkingMessages extends LinkingDiagnosticMessageProvider {
	private static final int MOST_NAMES = 2000;
	/** A file with more faults has no spelling mistakes, but lacks an import or a whole file. */
	private static final int MOST_GUESSES = 100;

	@Inject
	private IScopeProvider scopes;

	@Override
	public DiagnosticMessage getUnresolvedProxyMessage(ILinkingDiagnosticContext context) {
		String name = context.getLinkText();
		EReference reference = context.getReference();
		if (isBlank(name) || followsUnresolved(context.getContext(), reference)) {
			return null;
		}
		List<String> near = context.getContext().eResource().getErrors().size() < MOST_GUESSES
				? Nearest.to(name, known(context.getContext(), reference)) : List.of();
		String hint = near.isEmpty() ? "" : " Did you mean " + near.stream().map(other -> "'" + other + "'")
				.collect(Collectors.joining(" or ")) + "?";
		if (reference == TwinPackage.eINSTANCE.getMembership_Literals()) {
			return state(name, (Membership) context.getContext(), hint, fixes(context, near));
		}
		String where = where(context.getContext(), reference);
		String message = "%s '%s' is not known%s.%s".formatted(kind(reference.getEReferenceType()), name, where,
				hint.isEmpty() ? remedy(where) : hint);
		return new DiagnosticMessage(message, Severity.ERROR, Rule.UNRESOLVED_NAME.code(), fixes(context, near));
	}

	private static DiagnosticMessage state(String name, Membership membership, String hint,
			String[] fixes) {
		var states = States.of(membership.getLeft());
		if (states == null || states.eIsProxy()) {
			return null;
		}
		return new DiagnosticMessage("State '%s' does not exist in '%s'.%s".formatted(name, states.getName(),
				hint.isEmpty() ? " Use one of its states." : hint), Severity.ERROR, Rule.UNKNOWN_STATE.code(), fixes);
	}

	private static String[] fixes(ILinkingDiagnosticContext context, List<String> near) {
		if (near.isEmpty()) {
			return Fix.pack(List.of());
		}
		INode node = NodeModelUtils.findNodesForFeature(context.getContext(), context.getReference()).stream()
				.filter(candidate -> NodeModelUtils.getTokenText(candidate).equals(context.getLinkText())).findFirst()
				.orElse(null);
		List<Fix> fixes = new ArrayList<>();
		near.forEach(name -> fixes.addAll(Edits.fix("Change to '%s'".formatted(name), Edits.replace(node, name))));
		return Fix.pack(fixes);
	}

	private List<String> known(EObject context, EReference reference) {
		List<String> names = new ArrayList<>();
		for (IEObjectDescription description : scopes.getScope(context, reference).getAllElements()) {
			names.add(description.getName().toString());
			if (names.size() >= MOST_NAMES) {
				break;
			}
		}
		return names;
	}

	private static boolean isBlank(String name) {
		return name == null || name.isBlank();
	}

	/** What stands after an unknown name cannot be known either and needs no finding of its own. */
	private static boolean followsUnresolved(EObject context, EReference reference) {
		NamedElement before = before(context, reference);
		return before != null && before.eIsProxy();
	}

	private static NamedElement before(EObject context, EReference reference) {
		if (context instanceof End end && reference == TwinPackage.eINSTANCE.getEnd_Port()) {
			return end.getPart();
		}
		if (context instanceof Segment segment && segment.eContainer() instanceof Path path) {
			int index = path.getSegments().indexOf(segment);
			return index > 0 ? path.getSegments().get(index - 1).getTarget() : null;
		}
		return null;
	}

	private static String where(EObject context, EReference reference) {
		NamedElement before = before(context, reference);
		return before == null || before.getName() == null ? "" : " in '" + before.getName() + "'";
	}

	private static String remedy(String where) {
		return where.isEmpty() ? " Declare it, or import its namespace." : " Use a name that is declared there.";
	}

	private static String kind(EClass type) {
		return type == TwinPackage.eINSTANCE.getNamedElement() ? "Name" : type.getName();
	}
}
