package io.twinwright.cli;

import io.twinwright.core.diagnostic.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Says in a sentence what is wrong with a command line. */
final class UsageFault {
	private UsageFault() {
	}

	/** @return what is wrong, and what would be right where that is known */
	static String sentence(ParameterException problem) {
		return switch (problem) {
			case CommandLine.UnmatchedArgumentException unmatched -> unmatched(unmatched);
			case CommandLine.MissingParameterException missing -> missing(missing);
			default -> problem.getArgSpec() != null && problem.getValue() != null ? value(problem) : ended(problem.getMessage());
		};
	}

	/**
	 * Words what is not known.
	 *
	 * @param kind of name, with its article left out, such as "target"
	 */
	static String unknown(String kind, String name, Collection<String> known) {
		List<String> near = Nearest.to(name, known);
		return "There is no %s '%s'. %s".formatted(kind, name, near.isEmpty() ? "There are %s.".formatted(quoted(known))
				: "Did you mean %s?".formatted(near.stream().map(other -> "'" + other + "'").collect(Collectors.joining(" or "))));
	}

	private static String unmatched(CommandLine.UnmatchedArgumentException problem) {
		CommandLine line = problem.getCommandLine();
		String first = problem.getUnmatched().getFirst();
		if (problem.isUnknownOption()) {
			return unknown("option", first, line.getCommandSpec().options().stream().map(OptionSpec::longestName).toList());
		}
		return line.getParent() == null ? unknown("command", first, line.getSubcommands().keySet())
				: "'%s' is one argument too many.".formatted(first);
	}

	private static String missing(CommandLine.MissingParameterException problem) {
		ArgSpec first = problem.getMissing().getFirst();
		if (first instanceof OptionSpec option) {
			return problem.getMessage().startsWith("Missing required option") ? "The option '%1$s' is missing. Write '%1$s %2$s'.".formatted(
					option.longestName(), first.paramLabel()) : "The option '%s' has no %s.".formatted(option.longestName(), first.paramLabel());
		}
		return "%s is missing.".formatted(first.paramLabel());
	}

	private static String value(ParameterException problem) {
		ArgSpec given = problem.getArgSpec();
		Class<?> type = given.type();
		if (type.isEnum()) {
			return unknown(given.paramLabel().toLowerCase(Locale.ROOT), problem.getValue(),
					Stream.of(type.getEnumConstants()).map(one -> one.toString().toLowerCase(Locale.ROOT)).toList());
		}
		if (type == int.class || type == long.class) {
			return "'%s' is no whole number. The option '%s' needs one.".formatted(problem.getValue(), ((OptionSpec) given).longestName());
		}
		if (type == double.class) {
			return "'%s' is no number. The option '%s' needs one.".formatted(problem.getValue(), ((OptionSpec) given).longestName());
		}
		return ended(problem.getMessage());
	}

	private static String ended(String said) {
		String message = said.replaceFirst("^Invalid value for option '[^']*': ", "");
		return message.matches("(?s).*[.?]") ? message : message + ".";
	}

	private static String quoted(Collection<String> names) {
		return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
	}
}
