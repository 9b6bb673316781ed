package io.twinwright.workbench.diagram;

import io.twinwright.diagram.server.DiagramServer;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Selects the element at the caret, or what is selected, in the diagram in which it is drawn. */
public final class ShowInDiagram extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		Opening.open(event, DiagramServer::shown);
		return null;
	}
}
