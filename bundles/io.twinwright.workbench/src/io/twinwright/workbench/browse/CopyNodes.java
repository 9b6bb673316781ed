package io.twinwright.workbench.browse;

import io.twinwright.core.address.ServedVariable;
import io.twinwright.dsl.ide.SignalTexts;
import io.twinwright.opcua.live.NodeDetails;
import io.twinwright.workbench.language.TwinLanguage;
import java.util.List;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** Copies the selected variables of a server as declarations of signals, to be pasted where they fit. */
final class CopyNodes extends Action {
	private final TreeViewer viewer;
	private final BrowseRows rows;

	CopyNodes(TreeViewer viewer, BrowseRows rows) {
		this.viewer = viewer;
		this.rows = rows;
	}

	@Override
	public void run() {
		List<Row.Node> selected = Selected.nodes(viewer.getStructuredSelection()).stream().filter(row -> row.node().isVariable()).toList();
		if (selected.isEmpty()) {
			return;
		}
		Row.Server server = selected.getFirst().server();
		Display display = PlatformUI.getWorkbench().getDisplay();
		rows.details(server, selected.stream().filter(row -> row.server() == server).toList()).thenCompose(read -> {
			List<ServedVariable> variables = read.stream().map(NodeDetails::variable).toList();
			return TwinLanguage.get().ask(language -> language.signalText(new SignalTexts(variables)));
		}).thenAcceptAsync(text -> {
			if (!text.isEmpty()) {
				put(display, text);
			}
		}, display::asyncExec);
	}

	/** Gives a text to the clipboard of the desktop. */
	static void put(Display display, String text) {
		Clipboard clipboard = new Clipboard(display);
		clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
		clipboard.dispose();
	}
}
