package io.twinwright.workbench.browse;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jface.viewers.IStructuredSelection;

/** What is selected in the Browse view. */
final class Selected {
	private Selected() {
	}

	private static Stream<?> all(IStructuredSelection selection) {
		return selection.toList().stream();
	}

	static List<Row.Node> nodes(IStructuredSelection selection) {
		return all(selection).filter(Row.Node.class::isInstance).map(Row.Node.class::cast).toList();
	}

	/** @return the servers that the user named */
	static List<Row.Server> servers(IStructuredSelection selection) {
		return all(selection).filter(Row.Server.class::isInstance).map(Row.Server.class::cast).filter(server -> server.session() == null).toList();
	}

	/** @return the selected rows that have others below them; all servers if nothing is selected */
	static List<? extends Row.Branch> branches(IStructuredSelection selection, List<Row.Server> servers) {
		return selection.isEmpty() ? List.copyOf(servers)
				: all(selection).filter(Row.Branch.class::isInstance).map(Row.Branch.class::cast).toList();
	}
}
