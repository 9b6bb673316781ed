package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rows of a plant that is too large to make all of them at once. */
@ExtendWith(NoErrors.class)
class LiveRowsTest {
	private static final int ASSETS = 130;
	private static final int SENSORS = 45;
	private LivePlant plant;

	@BeforeEach
	void connect() throws CoreException {
		IProject project = Workbench.project("many");
		Workbench.file(project, "plant.twin", """
				namespace many
				type Pump { sensor flow : [l/min] range 0..10 sensor load : [kW] range 0..5 }
				type Panel { %s }
				%s
				""".formatted(numbered("sensor t%d : [Cel] range 0..90", SENSORS), numbered("asset P%d : Pump\n", ASSETS) + "asset Panel1 : Panel"));
		plant = LivePlant.start(project, sentence -> {
			// nobody reads it here
		});
	}

	@AfterEach
	void disconnect() throws CoreException {
		plant.close();
	}

	private static String numbered(String text, int count) {
		return IntStream.rangeClosed(1, count).mapToObj(text::formatted).collect(Collectors.joining(" "));
	}

	private static List<String> pumps(int... numbers) {
		return IntStream.of(numbers).mapToObj(number -> "P" + number).toList();
	}

	/** @return the names of the rows of the assets; for the thread of the user interface */
	private List<String> assets() {
		return Arrays.stream(session().getItems()).map(TreeItem::getText).toList();
	}

	private TreeItem session() {
		return plant.tree().getItem(0);
	}

	private void untilAllAreThere() {
		Workbench.until("all assets have rows", () -> plant.tree().getItemCount() == 1 && session().getItemCount() == ASSETS + 1);
	}

	/** Opens a row as a user does; for the thread of the user interface. */
	private static void open(TreeItem row) {
		Tree tree = row.getParent();
		Event event = new Event();
		event.item = row;
		tree.notifyListeners(SWT.Expand, event);
		row.setExpanded(true);
	}

	@Test
	void areAllThereInTheEnd() {
		untilAllAreThere();
		assertEquals(Stream.concat(pumps(IntStream.rangeClosed(1, ASSETS).toArray()).stream(), Stream.of("Panel1")).toList(), Workbench.ui(this::assets));
		Workbench.ui(() -> {
			TreeItem last = session().getItem(ASSETS);
			open(last);
			plant.tree().setTopItem(last);
			assertTrue(last.getItemCount() < SENSORS, "It is too large to make all of its rows at once.");
			return null;
		});
		Workbench.until("all its sensors have rows", () -> session().getItem(ASSETS).getItemCount() == SENSORS);
		Workbench.until("they have values", () -> !session().getItem(ASSETS).getItem(0).getText(LivePlant.VALUE).isEmpty());
		Workbench.screenshot("live-rows");
	}

	@Test
	void areFilteredWhileTheyAreMade() {
		untilAllAreThere();
		Workbench.ui(() -> {
			plant.type("p12");
			plant.type("");
			assertTrue(session().getItemCount() < ASSETS, "They are being made.");
			plant.type("p13");
			return null;
		});
		Workbench.until("only those with the letters are there", () -> assets().equals(pumps(13, 130)));
		Workbench.until("they are open", () -> Arrays.stream(session().getItems()).allMatch(TreeItem::getExpanded));
		plant.type("");
		untilAllAreThere();
		Workbench.until("what was open is open again", () -> session().getItem(ASSETS - 1).getExpanded());
	}

	@Test
	void staySelectedThoughTheyAreMadeAnew() {
		untilAllAreThere();
		Workbench.ui(() -> {
			open(session().getItem(119));
			return null;
		});
		Workbench.until("its signals are there", () -> session().getItem(119).getItemCount() == 2 && session().getItem(119).getItem(1).getText().equals("load"));
		plant.select("load");
		plant.type("p");
		untilAllAreThere();
		Workbench.until("it is selected again", () -> plant.tree().getSelectionCount() == 1);
		assertEquals("P120.load", Workbench.ui(() -> plant.tree().getSelection()[0].getParentItem().getText() + "." + plant.tree().getSelection()[0].getText()));
		assertTrue(Workbench.ui(() -> session().getItem(119).getExpanded()));
	}

	@Test
	void areMadeOnWhenTheRowAroundThemIsOpenedAgain() {
		untilAllAreThere();
		Workbench.ui(() -> {
			plant.type("p");
			session().setExpanded(false);
			return null;
		});
		Workbench.ui(() -> {
			open(session());
			return null;
		});
		untilAllAreThere();
		assertEquals(ASSETS + 1, Workbench.ui(this::assets).stream().distinct().count());
	}
}
