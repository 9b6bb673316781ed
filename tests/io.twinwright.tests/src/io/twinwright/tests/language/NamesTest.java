package io.twinwright.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Severity;
import io.twinwright.dsl.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.resource.EObjectAtOffsetHelper;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a name means where it stands: each sentence of "Names" in the language's page. */
class NamesTest {
	private static final Language LANGUAGE = new Language();
	private static final String MARK = "¦";

	@TempDir
	Path folder;

	private Project project(Map<String, String> texts) {
		try {
			return LANGUAGE.project(Files.createTempDirectory(folder, "project"), texts);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @return what the name behind the mark refers to: file name and fragment */
	private String meant(Map<String, String> texts) {
		Map<String, String> plain = texts.entrySet().stream()
				.collect(Collectors.toMap(Map.Entry::getKey, text -> text.getValue().replace(MARK, "")));
		Project project = project(plain);
		assertEquals(List.of(), messages(project, "TW101"));
		String marked = texts.entrySet().stream().filter(text -> text.getValue().contains(MARK)).findFirst().orElseThrow().getKey();
		XtextResource file = project.files().stream().filter(each -> URI.decode(each.getURI().lastSegment()).equals(marked))
				.findFirst().orElseThrow();
		EObject target = new EObjectAtOffsetHelper().resolveCrossReferencedElementAt(file, texts.get(marked).indexOf(MARK));
		URI uri = EcoreUtil.getURI(target);
		return URI.decode(uri.trimFragment().lastSegment()) + "#" + URI.decode(uri.fragment());
	}

	private void means(String wanted, String text) {
		assertEquals("x.twin#" + wanted, meant(Map.of("x.twin", text)));
	}

	private static List<String> messages(Project project, String code) {
		return project.check().stream().filter(finding -> finding.code().equals(code)).map(Diagnostic::message).toList();
	}

	private List<String> unknown(String text) {
		return messages(project(Map.of("x.twin", text)), "TW101");
	}

	// ---- a path is read left to right ------------------------------------------------------------------------------

	@Test
	void eachNextNameIsSearchedOnlyInWhatStandsBefore() {
		means("/U/x", "namespace a type U { sensor x : [1] } type T { sensor x : [2] part u : U insight i : [1] = u.¦x }"
				.replace("[2]", "[1]"));
		assertEquals(List.of("Name 'y' is not known in 'u'. Use a name that is declared there."),
				unknown("namespace a type U { } type T { sensor y : [1] part u : U insight i : [1] = u.y }"));
	}

	@Test
	void oneOfARepeatedPart() {
		means("/U/x", "namespace a type U { sensor x : [1] } type T { part u 1..3 : U insight i : [1] = u#2.¦x }");
		means("/T/u", "namespace a type U { sensor x : [1] } type T { part u 1..3 : U insight i : [1] = ¦u#2.x }");
	}

	@Test
	void firstNameIsSearchedOutwards() {
		String service = "type T { sensor x : [1] service s : Moving { procedure p { insight i : [1] = ¦x } %s } }";
		means("/T/x", "namespace a " + service.formatted(""));
		means("/T/s/x", "namespace a " + service.formatted("parameter x : [1]"));
		means("/T", "namespace a type T { sensor y : [1] insight i : [1] = sum(each ¦T.y) }");
	}

	@Test
	void inheritedMembersAreIncluded() {
		means("/B/x", "namespace a type B { sensor x : [1] } type C extends B { } type T extends C { insight i : [1] = ¦x }");
		means("/B/x", "namespace a type B { sensor x : [1] } type T extends B { } asset A : T { insight i : [1] = ¦x }");
		means("/B/x", "namespace a type B { sensor x : [1] } type T extends B { } type U { part t : T insight i : [1] = t.¦x }");
		means("/B/x", "namespace a type B { sensor x : [1] } type T extends B { refine ¦x every 1 [s] }");
	}

	@Test
	void membersComeBeforeTheNamespace() {
		means("/T/load", "namespace a type load { } type T { sensor load : [1] insight i : [1] = ¦load }");
	}

	// ---- namespace, imports, library --------------------------------------------------------------------------------

	private static final String OTHER = "namespace b\ntype Shared { sensor x : [1] }\nparty P { name \"p\" }\n";

	@Test
	void filesOfOneNamespaceSeeEachOther() {
		assertEquals("b.twin#/Shared", meant(Map.of("a.twin", "namespace b asset A : ¦Shared", "b.twin", OTHER)));
	}

	@Test
	void otherNamespacesAreImportedOrNamedInFull() {
		assertEquals("b.twin#/Shared", meant(Map.of("a.twin", "namespace a import b.* asset A : ¦Shared", "b.twin", OTHER)));
		assertEquals("b.twin#/Shared", meant(Map.of("a.twin", "namespace a import b.Shared asset A : ¦Shared", "b.twin", OTHER)));
		assertEquals("b.twin#/Shared", meant(Map.of("a.twin", "namespace a asset A : ¦b.Shared", "b.twin", OTHER)));
		assertEquals(List.of("Type 'Shared' is not known. Did you mean 'b.Shared'?"), messages(project(
				Map.of("a.twin", "namespace a asset A : Shared", "b.twin", OTHER)), "TW101"));
	}

	@Test
	void importsArePerFile() {
		assertEquals(List.of("Type 'Shared' is not known. Did you mean 'b.Shared'?"), messages(project(
				Map.of("a1.twin", "namespace a import b.* asset A : Shared", "a2.twin", "namespace a asset B : Shared",
						"b.twin", OTHER)), "TW101"));
	}

	@Test
	void importsDoNotReachInnerNamespaces() {
		assertEquals(1, messages(project(Map.of("a.twin", "namespace a import b.* asset A : Deep asset B : Shared",
				"b.twin", OTHER, "c.twin", "namespace b.c type Deep { }")), "TW101").size());
	}

	@Test
	void ownNamespaceComesBeforeImportsAndThoseBeforeTheLibrary() {
		String own = "namespace a import b.* type Shared { } asset A : ¦Shared";
		assertEquals("a.twin#/Shared", meant(Map.of("a.twin", own, "b.twin", OTHER)));
		assertEquals("b.twin#/Line", meant(Map.of("a.twin", "namespace a import b.* asset A : ¦Line", "b.twin",
				"namespace b type Line { }")));
		assertEquals("equipment.twin#/Line", meant(Map.of("a.twin", "namespace a asset A : ¦Line")));
		assertEquals("equipment.twin#/Line", meant(Map.of("a.twin", "namespace a type Line { } asset A : ¦twin.std.Line")));
	}

	@Test
	void importOfOneNameComesBeforeThoseOfAll() {
		assertEquals("c.twin#/Shared", meant(Map.of("a.twin", "namespace a import b.* import c.Shared asset A : ¦Shared",
				"b.twin", OTHER, "c.twin", "namespace c type Shared { }")));
	}

	@Test
	void sameNameInTwoNamespacesStaysApart() {
		Map<String, String> texts = Map.of("a.twin", "namespace a type T { sensor x : [1] } asset A : ¦b.T asset B : T",
				"b.twin", "namespace b type T { sensor y : [1] }");
		assertEquals("b.twin#/T", meant(texts));
		assertEquals("a.twin#/T", meant(Map.of("a.twin", "namespace a type T { } asset A : b.T asset B : ¦T", "b.twin",
				"namespace b type T { }")));
	}

	@Test
	void filesMayImportEachOther() {
		Map<String, String> texts = Map.of("a.twin", "namespace a import b.* type T { part u : U } type V { sensor x : [1] }",
				"b.twin", "namespace b import a.* type U { part v : V insight i : [1] = v.¦x }");
		assertEquals("a.twin#/V/x", meant(texts));
		assertEquals(List.of(), project(Map.of("a.twin", texts.get("a.twin"), "b.twin", texts.get("b.twin").replace(MARK, "")))
				.check().stream().filter(finding -> finding.severity() == Severity.ERROR).toList());
	}

	@Test
	void elementsOfOtherFilesAreReached() {
		Map<String, String> texts = Map.of("a.twin", "namespace a import b.* asset A : Shared insight", "b.twin", OTHER);
		assertEquals("b.twin#/Shared/x", meant(Map.of("a.twin",
				"namespace a import b.* asset A : Shared { insight i : [1] = ¦x }", "b.twin", texts.get("b.twin"))));
		assertEquals("b.twin#/Shared/x", meant(Map.of("a.twin", "namespace a import b.* asset A : Shared "
				+ "endpoint e { url \"opc.tcp://localhost\" } bind A.¦x to e \"ns=1;s=x\"", "b.twin", OTHER)));
	}

	// ---- contract, scenario, recipe, is ------------------------------------------------------------------------------

	private static final String TYPE = "namespace a enum Mode { off on } type T { port out done : Item state mode : Mode "
			+ "sensor x : [1] } asset A : T asset x : T ";

	@Test
	void contractsAndScenariosLookIntoTheirSubjectFirst() {
		means("/T/x", TYPE + "contract C for A { meter m : [h] = duration(¦x > 1) }");
		means("/T/done", TYPE + "scenario S on A { expect throughput(¦done) > 1 [/h] }");
		means("/T/x", TYPE + "scenario S on A { expect ¦x > 1 }");
		means("/C/m", TYPE + "contract C for A { meter m : [h] = duration(x > 1) price EUR 1 per [h] of ¦m }");
		means("/A", TYPE + "contract C for ¦A { }");
	}

	@Test
	void recipesLookIntoTheirProductFirst() {
		means("/P/volume", "namespace a asset volume : Line product P(volume : [l]) "
				+ "recipe R for P { step s needs Dosing(volume = ¦volume) }");
		means("/R/s", "namespace a product P recipe R for P { step s step t after ¦s }");
	}

	@Test
	void isLooksIntoTheStatesOfItsLeftSide() {
		means("/Mode/on", TYPE + "type U { state on : Mode state mode : Mode insight i : boolean = mode is off | ¦on }");
		assertEquals(List.of("State 'offf' does not exist in 'Mode'. Did you mean 'off'?"), messages(project(Map.of("x.twin",
				"namespace a enum Mode { off on } type U { state mode : Mode insight i : boolean = mode is offf }")), "TW508"));
	}

	@Test
	void whereOfEachLooksIntoTheVisitedPartFirst() {
		String part = "namespace a type U { sensor x : [1] sensor y : [1] } type T { sensor x : [1] part u 1..3 : U ";
		means("/U/x", part + "insight i : [1] = sum(each u.y where ¦x > 1) }");
		means("/U/x", part + "insight i : [1] = sum(each U.y where ¦x > 1) }");
		means("/T/x", part + "insight i : [1] = ¦x }");
		means("/T/x", part + "insight i : [1] = mean(u#1.y where ¦x > 1) over 1 [h] }");
	}

	// ---- declarations, not paths ----------------------------------------------------------------------------------------

	@Test
	void usesAtUnderAndInNameDeclarations() {
		means("/x", TYPE + "type W { sensor x : [1] part t : T uses ¦x }");
		means("/S", "namespace a site S { bay b1 } type T { sensor S : [1] } asset A : T at ¦S");
		means("/S/b1", "namespace a site S { bay b1 } type T { } asset A at S { part b1 : T in ¦b1 }");
		means("/p", "namespace a policy p { } type T { sensor p : [1] under ¦p }");
	}

	// ---- private ----------------------------------------------------------------------------------------------------------

	@Test
	void privateIsSeenByItsBracesAndSubtypesOnly() {
		String type = "namespace a type T { private sensor x : [1] insight own : [1] = x } ";
		assertEquals(List.of(), messages(project(Map.of("x.twin",
				type + "type U extends T { insight mine : [1] = x }")), "TW116"));
		assertEquals(List.of("Signal 'x' is private to 'T'. Use it there only, or compute a public insight from it."),
				messages(project(Map.of("x.twin", type + "type U { part t : T insight i : [1] = t.x }")), "TW116"));
	}

	// ---- spelling -----------------------------------------------------------------------------------------------------------

	@Test
	void unknownNamesSuggestTheNearest() {
		assertEquals(List.of("Type 'Filer' is not known. Did you mean 'Filler' or 'Filter'?"),
				unknown("namespace a type Filler { } type Filter { } asset A : Filer"));
		assertEquals(List.of("Type 'filler' is not known. Did you mean 'Filler'?"),
				unknown("namespace a type Filler { } asset A : filler"));
		assertEquals(List.of("Name 'vibraton' is not known in 'u'. Did you mean 'vibration'?"), unknown(
				"namespace a type U { sensor vibration : [1] } type T { part u : U insight i : [1] = u.vibraton }"));
		assertEquals(List.of("Name '온돈' is not known. Declare it, or import its namespace."), unknown(
				"namespace a type T { sensor 온도 : [1] insight i : [1] = 온돈 }"));
		assertEquals(List.of("Function 'avarage' is not known. Did you mean 'average'?"), unknown(
				"namespace a function average(x : [1]) : [1] = x type T { insight i : [1] = avarage(1) }"));
	}

	@Test
	void whatFollowsAnUnknownNameHasNoFindingOfItsOwn() {
		assertEquals(1, unknown("namespace a type T { insight i : [1] = nothing.at.all }").size());
	}

	@Test
	void namesMayBeInOtherScripts() {
		means("/펌프/압력", "namespace 공장.제1 type 펌프 { sensor 압력 : [bar] insight 값 : [bar] = ¦압력 }");
		means("/펌프", "namespace 공장.제1 type 펌프 { } asset 펌프1 : ¦공장.제1.펌프");
		means("/Größe/çà", "namespace a type Größe { sensor çà : [1] insight Ωδ : [1] = ¦çà }");
		means("/насос/давление", "namespace a type насос { sensor давление : [1] insight i : [1] = ¦давление }");
		means("/ポンプ/圧力", "namespace a type ポンプ { sensor 圧力 : [1] insight i : [1] = ¦圧力 }");
	}
}
