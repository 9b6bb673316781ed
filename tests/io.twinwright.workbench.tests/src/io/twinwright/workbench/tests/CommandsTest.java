package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.bindings.TriggerSequence;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.commands.ICommandImageService;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is the same of all commands: a name, an icon, a way from the keyboard. */
@ExtendWith(NoErrors.class)
class CommandsTest {
	private static final String OURS = "io.twinwright.";

	static List<String> commands() {
		return Workbench.ui(() -> Arrays.stream(Workbench.window().getService(ICommandService.class).getDefinedCommands()).map(Command::getId)
				.filter(id -> id.startsWith(OURS)).sorted().toList());
	}

	@ParameterizedTest
	@MethodSource("commands")
	void hasANameAnIconAndAWayFromTheKeyboard(String id) throws NotDefinedException {
		Command command = Workbench.ui(() -> Workbench.window().getService(ICommandService.class).getCommand(id));
		assertFalse(command.getName().isBlank());
		assertFalse(command.getDescription().isBlank());
		assertNotNull(Workbench.ui(() -> Workbench.window().getService(ICommandImageService.class).getImageDescriptor(id)), "An icon.");
		boolean key = Workbench.ui(() -> bindings().stream().anyMatch(binding -> binding.getParameterizedCommand().getId().equals(id)));
		// the items of a command that wants to know which example are named by the examples
		String item = command.getParameters() == null ? command.getName() : "bottling";
		assertTrue(key || Workbench.ui(() -> isInAMenu(item)), () -> "No key or menu leads to " + id);
	}

	private static boolean isInAMenu(String name) {
		return items(Workbench.window().getShell().getMenuBar(), true).stream().anyMatch(item -> plain(item.getText()).equals(name));
	}

	/** @return the items that letters lead to, at any depth */
	private static List<MenuItem> items(Menu menu, boolean bar) {
		menu.notifyListeners(SWT.Show, new Event());
		List<MenuItem> found = new ArrayList<>();
		for (MenuItem item : menu.getItems()) {
			if (item.getText().contains("&")) {
				found.add(item);
				if (item.getMenu() != null) {
					found.addAll(items(item.getMenu(), false));
				}
			}
		}
		if (!bar) {
			menu.notifyListeners(SWT.Hide, new Event());
		}
		return found;
	}

	private static String plain(String text) {
		return text.replaceFirst("\t.*", "").replaceFirst("\\(&.\\)", "").replace("&", "");
	}

	@Test
	void haveLettersOfTheirOwnInTheMenu() {
		List<String> letters = Workbench.ui(() -> {
			Menu menu = Arrays.stream(Workbench.window().getShell().getMenuBar().getItems()).filter(item -> plain(item.getText()).equals("Twinwright"))
					.findFirst().orElseThrow().getMenu();
			menu.notifyListeners(SWT.Show, new Event());
			return Arrays.stream(menu.getItems()).filter(item -> (item.getStyle() & SWT.SEPARATOR) == 0)
					.map(item -> item.getText().replaceFirst(".*&(.).*", "$1").toUpperCase(Locale.ROOT)).toList();
		});
		assertTrue(letters.size() >= 8, letters::toString);
		assertEquals(letters.stream().distinct().toList(), letters);
		assertTrue(letters.stream().allMatch(letter -> letter.length() == 1), letters::toString);
	}

	@Test
	void haveKeysThatNothingElseTakes() throws CoreException {
		IProject project = Workbench.project("keys");
		Workbench.edit(Workbench.file(project, "a.twin", "namespace a\n"));
		Set<String> ours = new HashSet<>();
		for (Binding binding : Workbench.ui(CommandsTest::bindings)) {
			TriggerSequence keys = binding.getTriggerSequence();
			String command = binding.getParameterizedCommand().getId();
			Binding match = Workbench.ui(() -> Workbench.window().getService(IBindingService.class).getPerfectMatch(keys));
			assertNotNull(match, () -> keys + " does nothing, since several commands want it");
			assertEquals(command, match.getParameterizedCommand().getId(), keys::toString);
			assertTrue(ours.add(keys.toString()), () -> keys + " is there twice");
		}
		assertTrue(ours.size() >= 6, ours::toString);
		Workbench.ui(() -> Workbench.page().closeAllEditors(false));
	}

	/** @return the keys of our commands */
	private static List<Binding> bindings() {
		return Arrays.stream(Workbench.window().getService(IBindingService.class).getBindings())
				.filter(binding -> binding.getParameterizedCommand() != null && binding.getParameterizedCommand().getId().startsWith(OURS)).toList();
	}
}
