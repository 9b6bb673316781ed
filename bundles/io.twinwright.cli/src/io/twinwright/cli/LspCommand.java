package io.twinwright.cli;

import io.twinwright.dsl.ide.TwinLanguageServer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "lsp", mixinStandardHelpOptions = true, description = "Serves an editor: the language server over standard input and output.")
final class LspCommand implements Callable<Integer> {
	@Override
	public Integer call() {
		return TwinLanguageServer.run(System.in, System.out);
	}
}
