package io.twinwright.workbench.diagram;

import io.twinwright.diagram.server.DiagramServer;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Opens the diagram of the declaration at the caret, or of what is selected. */
public final class OpenDiagram extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		Opening.open(event, DiagramServer::own);
		return null;
	}
}
