package io.twinwright.workbench.live;

import io.twinwright.core.translation.Translation;
import io.twinwright.opcua.live.Drift;
import io.twinwright.workbench.language.Models;
import io.twinwright.workbench.language.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.osgi.util.NLS;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Shows where servers and model differ as problems, at the declarations in the text. */
final class DriftMarkers {
	/** The type of the markers. */
	static final String MARKER = "io.twinwright.workbench.drift";
	/** The attribute of a marker that holds what it says in the words of {@link Drift}. */
	static final String SENTENCE = "sentence";

	private DriftMarkers() {
	}

	/**
	 * Replaces the markers of a project by those of a session.
	 *
	 * @throws CoreException with a sentence if the project is not there any more
	 */
	static void show(LiveSession session) throws CoreException {
		ResourcesPlugin.getWorkspace().run((IProgressMonitor monitor) -> {
			if (!session.project().isAccessible()) {
				throw Models.failure(NLS.bind(Messages.projectGone, session.project().getName()), null);
			}
			clear(session.project());
			for (Drift drift : session.drifts()) {
				mark(session, drift);
			}
		}, session.project(), 0, null);
	}

	static void clear(IProject project) throws CoreException {
		if (project.isAccessible()) {
			project.deleteMarkers(MARKER, false, IResource.DEPTH_INFINITE);
		}
	}

	private static void mark(LiveSession session, Drift drift) throws CoreException {
		Map<String, Object> attributes = new HashMap<>();
		attributes.put(IMarker.MESSAGE, Translation.here().of(drift.message()));
		attributes.put(SENTENCE, drift.message());
		attributes.put(IMarker.SEVERITY, IMarker.SEVERITY_WARNING);
		IResource resource = session.project();
		EObject declared = drift.point() == null ? null : drift.point().signal();
		INode node = declared == null ? null : NodeModelUtils.findActualNodeFor(declared);
		var uri = declared == null || declared.eResource() == null ? null : declared.eResource().getURI();
		Optional<IFile> file = uri == null || !uri.isFile() ? Optional.empty() : Texts.file(uri.toString());
		if (node != null && file.isPresent()) {
			resource = file.get();
			attributes.put(IMarker.LINE_NUMBER, node.getStartLine());
			attributes.put(IMarker.CHAR_START, node.getOffset());
			attributes.put(IMarker.CHAR_END, node.getEndOffset());
		}
		resource.createMarker(MARKER, attributes);
	}
}
