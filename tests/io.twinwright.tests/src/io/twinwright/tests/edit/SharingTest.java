package io.twinwright.tests.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.dsl.ide.edit.Edited.Changed;
import io.twinwright.dsl.ide.edit.Editing;
import io.twinwright.dsl.ide.edit.Gesture.AddPart;
import io.twinwright.dsl.ide.edit.Gesture.Rename;
import io.twinwright.dsl.project.Project;
import io.twinwright.tests.language.Checkout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.emf.common.util.URI;
import org.junit.jupiter.api.Test;

/** Editing is called from any thread, and with the projects that others hold. */
class SharingTest {
	@Test
	void threadsDoNotDisturbEachOther() throws Exception {
		Desk shared = Desk.of(Desk.LINE);
		Desk alone = Desk.of(Desk.LINE);
		alone.done(new Rename(Desk.LINE1 + ".fill", "filler"), new AddPart(Desk.LINE1, "plant.Capper", null, null));
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			List<Future<String>> texts = new ArrayList<>();
			for (int i = 0; i < 16; i++) {
				Desk own = Desk.of(Desk.LINE);
				Desk desk = i % 2 == 0 ? own : shared;
				texts.add(threads.submit(() -> {
					Changed changed = (Changed) desk.edit(new Rename(Desk.LINE1 + ".fill", "filler"), new AddPart(Desk.LINE1, "plant.Capper", null, null));
					return changed.of(Desk.uri("line.twin")).apply(Desk.LINE);
				}));
			}
			for (Future<String> text : texts) {
				assertEquals(alone.text(), text.get(60, TimeUnit.SECONDS));
			}
		}
	}

	@Test
	void aLoadedProjectIsReadAndStaysAsItIs() throws Exception {
		Path folder = Checkout.root().resolve("examples/bottling");
		Project project = Project.load(Desk.INJECTOR, List.of(folder));
		Map<URI, String> texts = Editing.texts(project.files().getFirst());
		assertEquals(project.files().stream().map(file -> file.getURI()).sorted((one, other) -> one.toString().compareTo(other.toString())).toList(),
				texts.keySet().stream().sorted((one, other) -> one.toString().compareTo(other.toString())).toList());
		Editing editing = Desk.INJECTOR.getInstance(Editing.class);
		Changed changed = (Changed) editing.edit(texts, List.of(new Rename("acme.bottling.Juice1.fill", "filler")));
		assertEquals(List.of("business.twin", "plant.twin", "scenarios.twin"), changed.files().stream().map(change -> change.file().lastSegment()).toList());
		assertEquals(texts, Editing.texts(project.files().getFirst()));
		project.files().forEach(file -> assertEquals(texts.get(file.getURI()), file.getParseResult().getRootNode().getText()));
	}
}
