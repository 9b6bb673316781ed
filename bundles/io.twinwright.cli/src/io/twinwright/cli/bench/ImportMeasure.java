package io.twinwright.cli.bench;

import com.google.inject.Injector;
import io.twinwright.dsl.TwinStandaloneSetup;
import io.twinwright.importers.Importing;
import java.nio.file.Path;
import java.util.List;

/**
 * Imports a file again and again, in a process of its own: the first argument is the file, the second how often. Prints the
 * seconds of each run as {@link Measured} reads them.
 */
public final class ImportMeasure {
	private ImportMeasure() {
	}

	public static void main(String[] arguments) throws Exception {
		Injector language = new TwinStandaloneSetup().createInjectorAndDoEMFRegistration();
		for (int run = 0; run < Integer.parseInt(arguments[1]); run++) {
			long start = System.nanoTime();
			new Importing(() -> language).read(List.of(Path.of(arguments[0])), "imported");
			System.out.println("bench " + run + " " + (System.nanoTime() - start) / 1e9);
		}
	}
}
