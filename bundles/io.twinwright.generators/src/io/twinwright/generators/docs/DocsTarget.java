package io.twinwright.generators.docs;

import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.ArtifactSink;
import io.twinwright.generators.DeployedTarget;
import io.twinwright.generators.Presentation;
import io.twinwright.generators.Runtime;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A handbook of the plant: {@code docs/index.html} for what belongs to all of it, and {@code docs/<qualified name>.html} for
 * each root asset with everything in it. Each page can be printed, mailed and read alone; links lead from one to another.
 */
public final class DocsTarget implements DeployedTarget<List<Page>> {
	private final Presentation presentation;

	/** @param presentation what the pages say besides the model */
	public DocsTarget(Presentation presentation) {
		this.presentation = presentation;
	}

	@Override
	public String id() {
		return "docs";
	}

	@Override
	public String description() {
		return "a plant handbook: HTML pages with diagrams, to read and to print";
	}

	@Override
	public Outcome<List<Page>> map(TwinModel twin) {
		Handbook book = new Handbook(twin, presentation);
		List<Page> pages = new ArrayList<>();
		pages.add(new OverviewPage(book).write());
		for (Position root : twin.roots()) {
			pages.add(new AssetPage(book, root).write());
		}
		return new Outcome.Done<>(List.copyOf(pages), List.of());
	}

	@Override
	public Optional<Runtime> runtime(List<Page> mapped) {
		return Optional.of(new Runtime("nginxinc/nginx-unprivileged:1.27.5-alpine", List.of(), Map.of(), "/usr/share/nginx/html", 8080, 8090, false));
	}

	@Override
	public void write(List<Page> mapped, ArtifactSink sink) throws IOException {
		for (Page page : mapped) {
			try (OutputStream stream = sink.open(page.path())) {
				page.write(stream);
			}
		}
	}
}
