package io.twinwright.workbench.browse;

import java.util.stream.Collectors;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Copies the ids of the selected nodes, as a binding names them. */
public final class CopyNodeIds extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		String ids = Selected.nodes(HandlerUtil.getCurrentStructuredSelection(event)).stream().map(row -> row.node().address().toString())
				.collect(Collectors.joining(System.lineSeparator()));
		CopyNodes.put(HandlerUtil.getActiveShell(event).getDisplay(), ids);
		return null;
	}
}
