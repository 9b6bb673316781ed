package io.twinwright.tests.lsp;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that ask about the sample plant, each with an editor and a server of its own. */
abstract class OnSample {
	@TempDir
	Path folder;
	Editor editor;

	@BeforeEach
	void open() throws IOException {
		editor = Sample.open(folder);
	}

	@AfterEach
	void close() throws IOException {
		editor.close();
	}
}
