package io.twinwright.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a Korean environment the command line speaks Korean to people, and as ever to programs. */
class LanguageTest {
	private static final String FAULTY = "namespace f\ntype Pump { sensor flow : [m3/h] range 60..0 }\n";

	private final Locale before = Locale.getDefault();
	@TempDir
	private Path folder;
	private Path faulty;

	@BeforeEach
	void speakKorean() throws IOException {
		faulty = Files.writeString(folder.resolve("faulty.twin"), FAULTY);
		Locale.setDefault(Locale.KOREA);
	}

	@AfterEach
	void speakAsBefore() {
		Locale.setDefault(before);
	}

	@Test
	void saysFindingsAndTheirNumber() {
		Command check = Command.run("check", faulty).ends(1);
		assertTrue(check.out().contains("error TW203: ") && check.out().contains("범위 60..0"), check::toString);
		assertEquals("파일 1개, 오류 1개, 경고 0개.", check.lines().getLast());
		assertEquals("파일 4개, 문제 없음.", Command.run("check", Checkout.root().resolve("examples/bottling")).ends(0).lines().getLast());
	}

	@Test
	void saysWhatIsWrongWithACommandLine() {
		Map.of("chek x", List.of("명령 'chek'은(는) 없습니다. 'check'을(를) 뜻했습니까?", "'twinwright --help'를 해 보십시오."),
				"explain TW203 TW204", List.of("인수 'TW204'은(는) 필요하지 않습니다.", "'twinwright explain --help'를 해 보십시오."),
				"plant --speed x y", List.of("'x'은(는) 수가 아닙니다. 옵션 '--speed'에는 수가 필요합니다.", "'twinwright plant --help'를 해 보십시오."))
				.forEach((line, said) -> assertEquals(said, Command.run((Object[]) line.split(" ")).ends(2).err().lines().toList()));
	}

	@Test
	void saysWhyACommandFailed() {
		assertEquals(List.of("'%s'이(가) 없습니다. 경로를 확인하십시오.".formatted(folder.resolve("none"))),
				Command.run("check", folder.resolve("none")).ends(2).err().lines().toList());
		assertEquals(List.of("모델에 오류가 있습니다. 먼저 'twinwright check'를 실행하십시오."), Command.run("live", faulty).ends(1).err().lines().toList());
		Command generate = Command.run("generate", faulty, "--target", "aas", "-o", folder.resolve("out")).ends(1);
		assertEquals("모델에 오류가 있어 아무것도 생성하지 않았습니다.", generate.lines().getLast());
	}

	/** Options keep their names; each command and option is explained in Korean. */
	@Test
	void explainsItself() {
		for (String command : List.of("", "check", "format", "explain", "list", "generate", "export", "diagram", "plant", "live", "import", "new", "lsp", "demo")) {
			Command help = command.isEmpty() ? Command.run("--help").ends(0) : Command.run(command, "--help").ends(0);
			assertTrue(help.out().startsWith("사용법: twinwright"), help::toString);
			assertTrue(help.out().contains("-h, --help") && help.out().contains("이 도움말을 보여 주고 끝냅니다."), help::toString);
			Stream<String> english = help.out().lines().filter(line -> line.matches(".* [a-z]{3,} [a-z]{3,} [a-z]{3,}.*") && !line.contains("bench"));
			assertEquals(List.of(), english.toList(), help::toString);
		}
	}

	@Test
	void saysTheSameToPrograms() {
		for (String format : List.of("json", "sarif", "junit")) {
			Command korean = Command.run("check", "--format", format, faulty).ends(1);
			assertFalse(korean.out().matches("(?s).*[가-힣].*"), korean::toString);
			assertTrue(korean.out().contains("The lower bound must be less"), korean::toString);
		}
	}
}
