package io.twinwright.workbench.browse;

import io.twinwright.dsl.ide.SignalTexts;
import io.twinwright.workbench.language.TwinLanguage;
import java.util.List;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** Copies the selected variables of a server, of an object those below it, as declarations of signals, to be pasted where they fit. */
final class CopyNodes extends Action {
	private final TreeViewer viewer;
	private final BrowseRows rows;

	CopyNodes(TreeViewer viewer, BrowseRows rows) {
		this.viewer = viewer;
		this.rows = rows;
	}

	@Override
	public void run() {
		List<Row.Node> selected = Selected.nodes(viewer.getStructuredSelection());
		List<Row.Server> servers = selected.stream().map(Row.Node::server).distinct().toList();
		if (servers.size() != 1) {
			rows.tell(servers.isEmpty() ? Messages.noVariable : Messages.severalServers);
			return;
		}
		Display display = PlatformUI.getWorkbench().getDisplay();
		BrowseRows.variables(servers.getFirst(), selected)
				.thenCompose(variables -> TwinLanguage.get().ask(language -> language.signalText(new SignalTexts(variables))))
				.whenCompleteAsync((text, failure) -> {
					if (failure != null) {
						rows.tell(BrowseRows.sentence(failure));
					} else if (text.isEmpty()) {
						rows.tell(Messages.noVariable);
					} else {
						rows.tell("");
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
