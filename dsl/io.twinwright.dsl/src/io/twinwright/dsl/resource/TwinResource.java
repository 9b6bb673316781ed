package io.twinwright.dsl.resource;

import java.util.HashSet;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.linking.lazy.LazyLinkingResource;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.util.Triple;

/** A file. It knows for which names it has a finding, so that many unknown names take no more time than their number. */
public class TwinResource extends LazyLinkingResource {
	private final Set<INode> unknown = new HashSet<>();

	@Override
	protected void createAndAddDiagnostic(Triple<EObject, EReference, INode> name) {
		if (isValidationDisabled() || unknown.contains(name.getThird())) {
			return;
		}
		DiagnosticMessage message = createDiagnosticMessage(name);
		if (message != null) {
			unknown.add(name.getThird());
			getDiagnosticList(message).add(createDiagnostic(name, message));
		}
	}

	@Override
	protected void removeDiagnostic(Triple<EObject, EReference, INode> name) {
		if (unknown.remove(name.getThird())) {
			super.removeDiagnostic(name);
		}
	}

	@Override
	protected void clearErrorsAndWarnings() {
		unknown.clear();
		super.clearErrorsAndWarnings();
	}
}
