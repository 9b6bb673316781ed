package io.twinwright.workbench.live;

import io.twinwright.core.diagnostic.Nearest;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.model.Binding;
import io.twinwright.model.Endpoint;
import io.twinwright.opcua.live.Drift;
import io.twinwright.workbench.language.Changes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.eclipse.ui.PlatformUI;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * Fixes of differences between model and server, in the text: the range of the server is adopted, or a signal is bound to
 * another node, in its unit. The text must be as it was when the server was compared with it.
 */
public final class DriftFixes implements IMarkerResolutionGenerator2 {
	/**
	 * A change of a text.
	 *
	 * @param at what is replaced, or what the new text follows
	 * @param text the new text
	 * @param after whether it is put after {@code at}, on a line of its own
	 */
	private record Fix(String label, EObject at, String text, boolean after) implements IMarkerResolution {
		@Override
		public String getLabel() {
			return label;
		}

		@Override
		public void run(IMarker marker) {
			ICompositeNode node = NodeModelUtils.findActualNodeFor(at);
			var start = NodeModelUtils.getLineAndColumn(node, node.getOffset());
			var end = NodeModelUtils.getLineAndColumn(node, node.getEndOffset());
			var last = new org.eclipse.lsp4j.Position(end.getLine() - 1, end.getColumn() - 1);
			Range range = after ? new Range(last, last)
					: new Range(new org.eclipse.lsp4j.Position(start.getLine() - 1, start.getColumn() - 1), last);
			TextEdit edit = new TextEdit(range, after ? "\n" + text : text);
			try {
				Change change = Changes.of(label, new WorkspaceEdit(Map.of(at.eResource().getURI().toString(), List.of(edit))),
						Map.of(at.eResource().getURI().toString(), node.getRootNode().getText()));
				change.initializeValidationData(new NullProgressMonitor());
				change.perform(new NullProgressMonitor());
				marker.delete();
			} catch (CoreException e) {
				MessageDialog.openInformation(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(), label, e.getStatus().getMessage());
			}
		}
	}

	@Override
	public boolean hasResolutions(IMarker marker) {
		return getResolutions(marker).length > 0;
	}

	@Override
	public IMarkerResolution[] getResolutions(IMarker marker) {
		Optional<LiveSession> session = LiveSessions.of(marker.getResource().getProject());
		String message = marker.getAttribute(DriftMarkers.SENTENCE, "");
		return session.stream().flatMap(open -> open.drifts().stream().filter(drift -> drift.message().equals(message)).limit(1)
				.flatMap(drift -> fixes(open, drift).stream())).toArray(IMarkerResolution[]::new);
	}

	private static List<Fix> fixes(LiveSession session, Drift drift) {
		List<Fix> fixes = new ArrayList<>();
		Point point = drift.point();
		if (point != null) {
			switch (drift.kind()) {
				case RANGE -> range(point, drift.server()).ifPresent(fixes::add);
				case UNIT -> rebinding(session, point, drift.server().address(), drift.server().unit()).ifPresent(fixes::add);
				case MISSING -> unknown(session, point).forEach(node -> rebinding(session, point, node, null).ifPresent(fixes::add));
				default -> {
					// nothing in the text makes it right
				}
			}
		}
		return fixes;
	}

	private static Optional<Fix> range(Point point, Drift.Server server) {
		return server.low() == null ? Optional.empty() : point.range().filter(range -> isChangeable(range)).map(range -> {
			String text = "range " + server.low().toPlainString() + ".." + server.high().toPlainString();
			return new Fix(NLS.bind(Messages.adoptRange, text), range, text, false);
		});
	}

	/** @return the nodes of the server that no signal has and whose names are like that of a signal, the nearest first */
	private static List<String> unknown(LiveSession session, Point point) {
		List<Drift> nodes = session.drifts().stream().filter(drift -> drift.kind() == Drift.Kind.UNKNOWN && drift.server().name() != null).toList();
		String name = point.signal().getName();
		List<String> near = Nearest.to(name, nodes.stream().map(drift -> drift.server().name()).toList(), Math.max(2, name.length() / 2));
		return near.stream().flatMap(found -> nodes.stream().filter(drift -> drift.server().name().equals(found)).limit(1))
				.map(drift -> drift.server().address()).toList();
	}

	private static Optional<Fix> rebinding(LiveSession session, Point point, String address, String unit) {
		Optional<Attachment> attachment = session.twin().attachment(point);
		if (attachment.isEmpty() || !isChangeable(attachment.get().binding())) {
			return Optional.empty();
		}
		Binding binding = attachment.get().binding();
		Endpoint server = binding.getEndpoint();
		boolean own = attachment.get().relative().isEmpty();
		String path = own ? text(binding.getTarget()) : text(binding.getTarget()) + "." + below(session, binding, point);
		String line = "bind " + path + " to " + server.getName() + " \"" + address + "\"" + (unit == null ? "" : " as [" + unit + "]");
		return Optional.of(new Fix(unit == null ? NLS.bind(Messages.rebind, address) : NLS.bind(Messages.adoptUnit, unit), binding, line, !own));
	}

	/** @return the path of a signal from what a binding binds */
	private static String below(LiveSession session, Binding binding, Point point) {
		return session.twin().resolve(binding.getTarget()).stream().filter(Position.class::isInstance).map(Position.class::cast)
				.filter(position -> point.path().startsWith(position.path() + ".")).findFirst()
				.map(position -> point.path().substring(position.path().length() + 1)).orElse(point.name());
	}

	private static String text(EObject element) {
		return NodeModelUtils.getTokenText(NodeModelUtils.findActualNodeFor(element));
	}

	private static boolean isChangeable(EObject element) {
		return element.eResource() != null && element.eResource().getURI().isFile() && NodeModelUtils.findActualNodeFor(element) != null;
	}
}
