package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.workbench.generate.GenerateOnSave;
import io.twinwright.workbench.project.Importer;
import io.twinwright.workbench.project.ImportWizard;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.wizards.IWizardDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** Projects made from folders, archives and files of other tools. */
@ExtendWith(NoErrors.class)
class ImportTest {
	private static final String TWIN = "namespace m\ntype Meter { sensor power : [kW] range 0..250 every 1 [s] }\nasset Meter1 : Meter { }\n";

	private static final String LONG = String.join("/", Collections.nCopies(10, "x".repeat(230)));

	@TempDir
	private Path folder;
	private Shell wizard;

	@BeforeEach
	void open() throws CoreException {
		for (String name : List.of("plant", "exported", "escaping")) {
			IProject project = project(name);
			if (project.exists()) {
				project.delete(true, true, null);
			}
		}
		ImportWizard made = new ImportWizard();
		made.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
		wizard = Workbench.ui(Workbench.open(made)::getShell);
	}

	@AfterEach
	void close() {
		Workbench.ui(() -> {
			if (!wizard.isDisposed()) {
				wizard.close();
			}
			return Workbench.page().closeAllEditors(false);
		});
	}

	@Test
	void isOfferedUnderFileImport() {
		IWizardDescriptor offered = PlatformUI.getWorkbench().getImportWizardRegistry().findWizard("io.twinwright.workbench.importProject");
		assertEquals("Twinwright Project or Plant File", offered.getLabel());
		assertEquals("Twinwright", offered.getCategory().getLabel());
	}

	@Test
	void copiesAFolder() throws IOException, CoreException {
		Path plant = Files.createDirectories(folder.resolve("plant"));
		Files.createDirectories(plant.resolve("parts"));
		Files.writeString(plant.resolve("plant.twin"), TWIN);
		Files.writeString(plant.resolve("parts/note.txt"), "mine");
		from(plant);
		assertEquals("plant", Workbench.ui(() -> name().getText()));
		Workbench.screenshot("import");
		Workbench.press(wizard, "Finish");
		Workbench.until("the wizard has gone", wizard::isDisposed);
		assertEquals("mine", project("plant").getFile("parts/note.txt").readString());
		Workbench.until("its plant is open", () -> Workbench.page().getActiveEditor() != null
				&& Workbench.page().getActiveEditor().getTitle().equals("plant.twin"));
		project("plant").getFile("parts/note.txt").setContents(new ByteArrayInputStream("new".getBytes(StandardCharsets.UTF_8)), true, false, null);
		assertEquals("mine", Files.readString(plant.resolve("parts/note.txt")), "What was imported is a copy.");
	}

	@Test
	void copiesAnExportedProjectWithItsBuilder() throws IOException, CoreException {
		IProject before = Workbench.project("before");
		Workbench.file(before, "plant.twin", TWIN);
		GenerateOnSave.set(before, true);
		Path archive = zip("exported.zip", Map.of("before/.project", before.getFile(".project").readString(), "before/plant.twin", TWIN));
		from(archive);
		readAs("Zip archive");
		Workbench.press(wizard, "Finish");
		Workbench.until("the wizard has gone", wizard::isDisposed);
		IProject project = project("exported");
		assertTrue(project.getFile("plant.twin").exists());
		assertTrue(GenerateOnSave.isOn(project), "A project keeps its builder.");
		before.delete(true, true, null);
	}

	@Test
	void saysWhyNothingIsImported() throws IOException {
		from(folder.resolve("missing"));
		refused("There is no folder '" + folder.resolve("missing") + "'. Check the path.");
		Path text = Files.writeString(folder.resolve("notes.txt"), "x");
		from(text);
		refused("Nothing here reads '" + text + "'.");
		Path broken = Files.writeString(folder.resolve("broken.zip"), "x");
		from(broken);
		refused("'" + broken + "' is no Zip archive that can be read.");
		Path escaping = zip("escaping.zip", Map.of("../../escaped.twin", TWIN));
		from(escaping);
		refused("has a file outside of itself: '../../escaped.twin'. Nothing was imported.");
		Path other = zip("escaping.zip", Map.of("a.txt", "x"));
		from(other);
		refused("There is no twin file in '" + other + "'. Nothing was imported.");
		Workbench.screenshot("import-refused");
		Workbench.ui(() -> {
			name().setText("a/b");
			return null;
		});
		Workbench.until("the name is refused", () -> Workbench.says(wizard, "is an invalid character in resource name"));
	}

	@Test
	void leadsNoFileOfAnArchiveThroughItsLinks() throws IOException, CoreException {
		Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
		String description = """
				<projectDescription><name>x</name><linkedResources><link><name>link</name><type>2</type><location>%s</location></link>
				</linkedResources></projectDescription>""".formatted(elsewhere);
		from(zip("escaping.zip", Map.of(".project", description, "link/plant.twin", TWIN)));
		Workbench.press(wizard, "Finish");
		Workbench.until("the wizard has gone", wizard::isDisposed);
		assertFalse(Files.exists(elsewhere.resolve("plant.twin")), "Nothing is written outside of the project.");
		assertFalse(project("escaping").getFolder("link").isLinked());
		assertEquals(TWIN, project("escaping").getFile("link/plant.twin").readString());
		Path plant = Files.createDirectories(folder.resolve("plant"));
		Files.writeString(plant.resolve(".project"), "<nothing/>");
		open();
		from(plant);
		refused("The file '.project' describes no project. Nothing was imported.");
	}

	@Test
	void unpacksNoMoreThanAnArchiveMayHave() throws IOException {
		Path large = zip("escaping.zip", Map.of("plant.twin", TWIN));
		setSize(large, Integer.MAX_VALUE);
		from(large);
		refused("Archive '" + large + "' unpacks to more than 1024 MB. Nothing was imported.");
		setSize(large, TWIN.length() - 1);
		refused("'" + large + "' is no Zip archive that can be read.");
	}

	@Test
	void saysWhichFolderInsideCannotBeRead() throws IOException {
		// a path that is too long for the system: permissions do not keep root out
		Path plant = Files.createDirectories(folder.resolve("plant").resolve(LONG));
		Files.createDirectories(folder.resolve("moved").resolve(LONG));
		Files.writeString(folder.resolve("plant/plant.twin"), TWIN);
		Path outer = folder.resolve("moved").resolve(Path.of(LONG).getName(0));
		Path inner = plant.resolve("inner");
		Files.move(outer, inner);
		try {
			from(folder.resolve("plant"));
			refused(" cannot be read: ");
		} finally {
			// else nobody can delete it
			Files.move(inner, outer);
		}
	}

	@Test
	void leavesAFolderOfThatNameAsItIs() throws IOException, CoreException {
		IProject before = Workbench.project("plant");
		Workbench.file(before, "plant.twin", "namespace mine\n");
		Path mine = before.getLocation().toPath().resolve("plant.twin");
		before.delete(false, true, null);
		Path plant = Files.createDirectories(folder.resolve("plant"));
		Files.writeString(plant.resolve("plant.twin"), TWIN);
		from(plant);
		assertEquals("plant2", Workbench.ui(() -> name().getText()), "The name is taken.");
		Workbench.ui(() -> {
			name().setText("plant");
			return null;
		});
		Workbench.until("it says so", () -> Workbench.says(wizard, "There is a folder '" + mine.getParent() + "' already."));
		assertEquals("namespace mine\n", Files.readString(mine));
		before.create(null);
		before.delete(true, true, null);
	}

	@Test
	void makesATextOfATagList() throws IOException, CoreException {
		Path list = Files.writeString(folder.resolve("plant.csv"), """
				Name;Datentyp;Einheit;Min;Max;Knoten;Kommentar;Zugriff
				Line1.Filler1.Temp;REAL;°C;-10,5;120;"nsu=urn:acme:line1;s=Line1.Filler1.Temp";Fill temperature;R
				Line1.Filler1.Speed;DINT;1/min;0;12000;"nsu=urn:acme:line1;s=Line1.Filler1.Speed";Speed of the rotor;RW
				Line1.Filler2.Temp;REAL;°C;-10,5;120;"nsu=urn:acme:line1;s=Line1.Filler2.Temp";Fill temperature;R
				Line1.Filler2.Speed;DINT;1/min;0;12000;"nsu=urn:acme:line1;s=Line1.Filler2.Speed";Speed of the rotor;RW
				Line1.Running;BOOL;;;;"nsu=urn:acme:line1;s=Line1.Running";The line is on;R
				""");
		from(list);
		readAs("Tag list");
		Workbench.screenshot("import-tag-list");
		Workbench.press(wizard, "Finish");
		Workbench.until("the wizard has gone", wizard::isDisposed);
		Workbench.until("its text is open", () -> Workbench.page().getActiveEditor() != null
				&& Workbench.page().getActiveEditor().getTitle().equals("plant.twin"));
		String text = project("plant").getFile("plant.twin").readString();
		assertTrue(text.contains("  actuator Speed : integer [1/min] range 0..12000"), text);
		assertTrue(text.endsWith("bind Line1 to server \"nsu=urn:acme:line1;s=Line1\"\n"), text);
		Workbench.screenshot("import-tag-list-text");
		StyledText shown = Workbench.text((ITextEditor) Workbench.ui(() -> Workbench.page().getActiveEditor()));
		Workbench.ui(() -> {
			shown.append("type Wrong { sensor power : [kWh] }\n");
			return null;
		});
		Workbench.until("nothing but what is added is wrong", () -> {
			List<String> findings = Workbench.findings(project("plant").getFile("plant.twin"));
			return findings.size() == 1 && findings.getFirst().contains("'[kWh]' is not a UCUM code");
		});
	}

	@Test
	void tellsFormatsByWhatFilesBeginWith() throws IOException {
		from(Files.writeString(folder.resolve("shell.json"), "{\"assetAdministrationShells\": [{\"modelType\": \"AssetAdministrationShell\", \"id\": \"urn:acme:pump\"}]}"));
		readAs("Asset Administration Shell");
		from(Files.writeString(folder.resolve("tags.txt"), "name;type\nLine1.Speed;REAL\n"));
		readAs("Tag list");
		from(zip("module.zip", Map.of("module.aml", "<CAEXFile/>")));
		readAs("Module type package");
		from(zip("plant.zip", Map.of("plant.twin", TWIN)));
		readAs("Zip archive");
		from(folder);
		readAs("folder");
	}

	private void readAs(String format) {
		Workbench.until("it is read as " + format, () -> Workbench.says(wizard, "It is read as: " + format));
	}

	@Test
	void saysWhyAPlantFileIsNotImported() throws IOException {
		Path list = Files.writeString(folder.resolve("plant.csv"), "a,b,c\n");
		from(list);
		refused("'" + list + "' cannot be imported. The file is no tag list: no row names a column 'name'");
	}

	@Test
	void offersWhatOtherBundlesRead() throws CoreException {
		ServiceRegistration<Importer> service = FrameworkUtil.getBundle(ImportTest.class).getBundleContext().registerService(Importer.class,
				new NodeSets(), null);
		try {
			from(folder.resolve("plant.nodeset2.xml"));
			readAs("node set of a test");
			Workbench.ui(() -> {
				name().setText("plant");
				return null;
			});
			Workbench.press(wizard, "Finish");
			Workbench.until("the wizard has gone", wizard::isDisposed);
			assertEquals(TWIN, project("plant").getFile("plant.twin").readString());
		} finally {
			service.unregister();
		}
	}

	/** Reads another tool's files as importers to come do. */
	private static final class NodeSets implements Importer {
		@Override
		public String name() {
			return "node set of a test";
		}

		@Override
		public boolean reads(String fileName, byte[] start) {
			return fileName.endsWith(".nodeset2.xml");
		}

		@Override
		public void fill(Path source, IProject project, SubMonitor monitor) throws CoreException {
			project.getFile("plant.twin").create(new ByteArrayInputStream(TWIN.getBytes(StandardCharsets.UTF_8)), true, monitor);
		}
	}

	private static IProject project(String name) {
		return ResourcesPlugin.getWorkspace().getRoot().getProject(name);
	}

	private Path zip(String name, Map<String, String> files) throws IOException {
		Path archive = folder.resolve(name);
		try (OutputStream out = Files.newOutputStream(archive); ZipOutputStream zip = new ZipOutputStream(out)) {
			for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
				zip.putNextEntry(new ZipEntry(file.getKey()));
				zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
		return archive;
	}

	private void from(Path source) {
		Workbench.ui(() -> {
			Workbench.find(wizard, Text.class).stream().filter(Text::getEditable).findFirst().orElseThrow().setText(source.toString());
			return null;
		});
	}

	private Text name() {
		return Workbench.find(wizard, Text.class).stream().filter(Text::getEditable).toList().getLast();
	}

	/** Makes an archive say of its only file that it is larger or smaller than it is. */
	private static void setSize(Path archive, int size) throws IOException {
		ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(archive)).order(ByteOrder.LITTLE_ENDIAN);
		int entry = 0;
		while (bytes.getInt(entry) != 0x02014b50) {
			entry++;
		}
		bytes.putInt(entry + 24, size);
		Files.write(archive, bytes.array());
	}

	private void refused(String sentence) {
		String name = Workbench.ui(() -> name().getText());
		Workbench.press(wizard, "Finish");
		Workbench.until("it says: " + sentence, () -> Workbench.says(wizard, sentence));
		assertFalse(project(name).exists(), "There is a whole project or none.");
	}
}
