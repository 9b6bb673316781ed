package io.twinwright.dsl.ide;

import io.twinwright.core.address.ServedVariable;
import io.twinwright.dsl.insert.Server;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;

/**
 * What is asked of a text for variables of a server.
 *
 * @param position the place
 * @param server where the variables are
 */
public record InsertSignals(TextDocumentIdentifier textDocument, Position position, Server server, List<ServedVariable> variables) {
	/**
	 * What comes of it.
	 *
	 * @param edits the changes of the text; none if nothing can be inserted
	 * @param names of the new signals
	 * @param remarks what was left out and why, whole sentences
	 */
	public record Answer(List<TextEdit> edits, List<String> names, List<String> remarks) {
	}
}
