package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.generators.Options;
import io.twinwright.workbench.generate.GenerateOnSave;
import io.twinwright.workbench.generate.GenerateWizard;
import io.twinwright.workbench.project.ProjectSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the wizard says when files are not as it needs them, and that nothing is lost then. */
@ExtendWith(NoErrors.class)
class GenerateFailuresTest {
	private static final String AS_BEFORE = "The generated files are as they were before. Make room, allow writing or choose another folder, then generate again.";
	/** A folder of the system in which nobody makes files, not even root. */
	private static final Path READ_ONLY = Path.of("/sys/power");

	/** In bytes, of Linux. */
	private static final int LONGEST_PATH = 4095;

	@Test
	void saysThatTheFolderIsAFile() throws CoreException {
		IProject project = project("file");
		Workbench.file(project, "generated", "mine");
		Shell wizard = wizard(project);
		Workbench.press(wizard, "Finish");
		Workbench.untilSays(wizard, project.getFile("generated").getLocation() + "' cannot be written: it is no folder. " + AS_BEFORE);
		Workbench.screenshot("generate-no-folder");
		Workbench.press(wizard, "Cancel");
		assertEquals("mine", project.getFile("generated").readString());
	}

	@Test
	void saysThatTheFolderCannotBeWritten() throws CoreException, IOException {
		Assumptions.assumeTrue(Files.isDirectory(READ_ONLY), "A folder that cannot be written");
		IProject project = project("readonly");
		Files.createSymbolicLink(project.getLocation().toPath().resolve("generated"), READ_ONLY);
		Shell wizard = wizard(project);
		Workbench.press(wizard, "Finish");
		Workbench.untilSays(wizard, "cannot be written: ");
		Workbench.untilSays(wizard, AS_BEFORE);
		Workbench.press(wizard, "Cancel");
		assertTrue(project.getFile("m.twin").exists());
	}

	@Test
	void saysThatTheDiskIsFull(@TempDir Path disk) throws Exception {
		Assumptions.assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()), "Only root may mount a small disk");
		try {
			IProject project = Workbench.project("full");
			Workbench.copyExample("bottling", project);
			Files.writeString(disk.resolve("mine.txt"), "mine");
			Files.createSymbolicLink(project.getLocation().toPath().resolve("generated"), disk);
			Shell wizard = wizard(project);
			Workbench.press(wizard, "Finish");
			Workbench.untilSays(wizard, "No space left on device");
			Workbench.untilSays(wizard, AS_BEFORE);
			Workbench.screenshot("generate-full");
			Workbench.press(wizard, "Cancel");
			Workbench.until("the wizard has gone", wizard::isDisposed);
			try (var left = Files.list(disk)) {
				assertEquals(List.of(disk.resolve("mine.txt")), left.toList(), "Nothing half made stays.");
			}
			Files.delete(project.getLocation().toPath().resolve("generated"));
		} finally {
			assertTrue(run("umount", disk.toString()));
		}
	}

	/** A path that the system refuses for everybody, root or not, once the folder is open: as on a full disk, in the midst of it. */
	@Test
	void saysThatNoMoreFilesCanBeMade() throws CoreException {
		Assumptions.assumeTrue(Files.isDirectory(READ_ONLY), "A system whose longest path is known");
		IProject project = project("midst");
		StringBuilder output = new StringBuilder("generated");
		int room = LONGEST_PATH - project.getLocation().toOSString().length() - "/".length() - "/.twinwright-aside/lock".length();
		while (output.length() < room) {
			output.append('/').append("x".repeat(Math.min(200, room - output.length())));
		}
		new ProjectSettings(List.of("opcua"), output.toString(), Options.USUAL, false).store(project);
		Shell wizard = wizard(project);
		Workbench.press(wizard, "Finish");
		Workbench.untilSays(wizard, "/.twinwright-aside/new/opcua' cannot be written: ");
		Workbench.untilSays(wizard, AS_BEFORE);
		Workbench.press(wizard, "Cancel");
		Workbench.until("the wizard has gone", wizard::isDisposed);
		assertFalse(Files.exists(project.getLocation().toPath().resolve(output.toString())), "Nothing half made stays.");
	}

	private static boolean run(String... command) throws IOException, InterruptedException {
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
		} catch (IOException noSuchCommand) {
			return false;
		}
	}

	@Test
	void writesWhatWasShownThoughATextIsDeletedMeanwhile() throws CoreException {
		IProject project = project("deleted");
		Shell wizard = preview(project);
		project.getFile("m.twin").delete(true, null);
		Workbench.press(wizard, "Finish");
		Workbench.until("the wizard has gone", wizard::isDisposed);
		assertTrue(project.getFolder("generated/opcua").members().length > 0, "The user saw these files and wants them.");
		Shell again = wizard(project);
		Workbench.press(again, "Finish");
		Workbench.untilSays(again, "twin file");
		Workbench.press(again, "Cancel");
		assertTrue(project.getFolder("generated/opcua").members().length > 0, "What was generated stays.");
	}

	@Test
	void saysThatTheProjectIsDeletedMeanwhile() throws CoreException {
		IProject project = project("gone");
		Shell wizard = preview(project);
		project.delete(true, true, null);
		Workbench.press(wizard, "Finish");
		Workbench.untilSays(wizard, "does not exist.");
		Workbench.screenshot("generate-gone");
		Workbench.press(wizard, "Cancel");
		Workbench.until("the wizard has gone", wizard::isDisposed);
		assertFalse(Files.exists(Path.of(project.getParent().getLocation().toString(), "gone")), "Nothing is made where nothing is any more.");
	}

	@Test
	void marksTheProjectWhereSavingCannotGenerate() throws CoreException {
		IProject project = project("onsave");
		GenerateOnSave.set(project, true);
		project.build(IncrementalProjectBuilder.FULL_BUILD, null);
		assertEquals(List.of(), problems(project));
		IFile[] made = Arrays.stream(project.getFolder("generated/opcua").members()).map(IFile.class::cast).toArray(IFile[]::new);
		String text = made[0].readString();
		new ProjectSettings(List.of("opcua"), "m.twin", Options.USUAL, false).store(project);
		project.build(IncrementalProjectBuilder.FULL_BUILD, null);
		assertEquals(1, problems(project).size());
		assertTrue(problems(project).getFirst().contains("cannot be written: it is no folder."), problems(project)::toString);
		assertEquals(text, made[0].readString());
		GenerateOnSave.set(project, false);
	}

	private static List<String> problems(IProject project) throws CoreException {
		return Arrays.stream(project.findMarkers("io.twinwright.workbench.generation", false, IResource.DEPTH_ZERO))
				.map(marker -> marker.getAttribute(IMarker.MESSAGE, "")).toList();
	}

	private static IProject project(String name) throws CoreException {
		IProject project = Workbench.project(name);
		Workbench.file(project, "m.twin", "namespace m\ntype Meter { sensor power : [kW] range 0..250 every 1 [s] }\n"
				+ "asset Meter1 : Meter { identity { SerialNumber \"M-1\" } }\n");
		new ProjectSettings(List.of("opcua"), "generated", Options.USUAL, false).store(project);
		return project;
	}

	private static Shell wizard(IProject project) {
		return Workbench.ui(Workbench.open(new GenerateWizard(project))::getShell);
	}

	private static Shell preview(IProject project) {
		Shell wizard = wizard(project);
		Workbench.press(wizard, "Next");
		Workbench.until("the files are listed", () -> Workbench.find(wizard, Table.class).getFirst().getItemCount() > 0);
		return wizard;
	}
}
