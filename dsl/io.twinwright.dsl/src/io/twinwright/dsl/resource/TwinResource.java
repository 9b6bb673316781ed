package io.twinwright.dsl.resource;

import io.twinwright.dsl.library.LibraryFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.common.notify.NotificationChain;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.linking.lazy.LazyLinkingResource;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.util.Triple;

/**
 * A file. It knows for which names it has a finding, so that many unknown names take no more time than their number. It is not
 * saved where that would lose text: what was not understood is not in the model, so a text with syntax errors stays as it is, and
 * the file is opened only when its new text is complete.
 */
public class TwinResource extends LazyLinkingResource {
	private final Set<INode> unknown = new HashSet<>();

	/** What a file refers to must be found wherever it is read. */
	@Override
	public NotificationChain basicSetResourceSet(ResourceSet resources, NotificationChain notifications) {
		if (resources != null) {
			LibraryFiles.addTo(resources);
		}
		return super.basicSetResourceSet(resources, notifications);
	}

	/** @throws IllegalStateException with a sentence while the text has syntax errors; whoever saves would swallow an IOException */
	@Override
	public void save(Map<?, ?> options) throws IOException {
		requireUnderstood();
		Map<Object, Object> buffered = new HashMap<>(options == null ? Map.of() : options);
		buffered.putIfAbsent(Resource.OPTION_SAVE_ONLY_IF_CHANGED, Resource.OPTION_SAVE_ONLY_IF_CHANGED_MEMORY_BUFFER);
		super.save(buffered);
	}

	/** @throws IllegalStateException with a sentence while the text has syntax errors */
	@Override
	public void doSave(OutputStream out, Map<?, ?> options) throws IOException {
		requireUnderstood();
		super.doSave(out, options);
	}

	private void requireUnderstood() {
		if (getParseResult() != null && getParseResult().hasSyntaxErrors()) {
			throw new IllegalStateException(("'%s' is not saved: its text has syntax errors, and what stands there would be lost. "
					+ "Correct the text first.").formatted(getURI().lastSegment()));
		}
	}

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
