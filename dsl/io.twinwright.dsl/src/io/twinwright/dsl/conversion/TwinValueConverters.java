package io.twinwright.dsl.conversion;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import io.twinwright.dsl.services.TwinGrammarAccess;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.conversion.IValueConverter;
import org.eclipse.xtext.conversion.ValueConverter;
import org.eclipse.xtext.conversion.ValueConverterException;
import org.eclipse.xtext.conversion.impl.AbstractDeclarativeValueConverterService;
import org.eclipse.xtext.conversion.impl.AbstractNullSafeConverter;
import org.eclipse.xtext.conversion.impl.INTValueConverter;
import org.eclipse.xtext.conversion.impl.STRINGValueConverter;
import org.eclipse.xtext.nodemodel.INode;

/** How the tokens of the language become values and text again. */
@Singleton
public class TwinValueConverters extends AbstractDeclarativeValueConverterService {
	@Inject
	private STRINGValueConverter strings;
	@Inject
	private INTValueConverter integers;

	private final IValueConverter<String> names;
	private final IValueConverter<String> qualifiedNames;

	/** @param grammar tells which words are reserved: all keywords but those of the rules {@code Word} and {@code FurtherWord} */
	@Inject
	public TwinValueConverters(TwinGrammarAccess grammar) {
		Set<String> allowed = Stream.of(grammar.getWordRule(), grammar.getFurtherWordRule())
				.flatMap(words -> EcoreUtil2.eAllOfType(words, Keyword.class).stream()).map(Keyword::getValue).collect(Collectors.toSet());
		Set<String> reserved = GrammarUtil.getAllKeywords(grammar.getGrammar()).stream()
				.filter(word -> Character.isLetter(word.charAt(0)) && !allowed.contains(word)).collect(Collectors.toSet());
		names = new Plain() {
			@Override
			protected String internalToString(String name) {
				if (name.indexOf('.') >= 0) {
					throw new ValueConverterException("'%s' is more than one name.".formatted(name), null, null);
				}
				return reserved.contains(name) ? "^" + name : name;
			}

			@Override
			protected String internalToValue(String text, INode node) {
				return text.startsWith("^") ? text.substring(1) : text;
			}
		};
		qualifiedNames = new Plain() {
			@Override
			protected String internalToString(String name) {
				return Arrays.stream(name.split("\\.")).map(names::toString).collect(Collectors.joining("."));
			}

			@Override
			protected String internalToValue(String text, INode node) {
				return Arrays.stream(withoutSpace(text).split("\\.")).map(part -> names.toValue(part, node))
						.collect(Collectors.joining("."));
			}
		};
	}

	@ValueConverter(rule = "STRING")
	public IValueConverter<String> string() {
		return strings;
	}

	@ValueConverter(rule = "INT")
	public IValueConverter<Integer> integer() {
		return integers;
	}

	@ValueConverter(rule = "ID")
	public IValueConverter<String> id() {
		return names;
	}

	@ValueConverter(rule = "Name")
	public IValueConverter<String> name() {
		return names;
	}

	@ValueConverter(rule = "QName")
	public IValueConverter<String> qualifiedName() {
		return qualifiedNames;
	}

	@ValueConverter(rule = "Wildcard")
	public IValueConverter<String> wildcard() {
		return qualifiedNames;
	}

	@ValueConverter(rule = "Number")
	public IValueConverter<BigDecimal> number() {
		return new Decimal();
	}

	@ValueConverter(rule = "SignedNumber")
	public IValueConverter<BigDecimal> signedNumber() {
		return new Decimal();
	}

	@ValueConverter(rule = "DateTime")
	public IValueConverter<String> dateTime() {
		return new Plain() {
			@Override
			protected String internalToValue(String text, INode node) {
				return text.replaceAll("\\s*([-:])\\s*", "$1").replaceAll("\\s+", " ").strip();
			}
		};
	}

	@ValueConverter(rule = "Time")
	public IValueConverter<String> time() {
		return new Plain() {
			@Override
			protected String internalToValue(String text, INode node) {
				return withoutSpace(text);
			}
		};
	}

	/** A UCUM code; the text has it in brackets, the model without. */
	@ValueConverter(rule = "UNIT")
	public IValueConverter<String> unit() {
		return new Plain() {
			@Override
			protected String internalToString(String code) {
				return "[" + code + "]";
			}

			@Override
			protected String internalToValue(String text, INode node) {
				return text.substring(1, text.length() - 1);
			}
		};
	}

	/** Most texts have none, and a large model has hundreds of thousands of them. */
	private static String withoutSpace(String text) {
		return text.chars().noneMatch(Character::isWhitespace) ? text : text.replaceAll("\\s+", "");
	}

	/** Text as it stands. */
	private static class Plain extends AbstractNullSafeConverter<String> {
		@Override
		protected String internalToString(String value) {
			return value;
		}

		@Override
		protected String internalToValue(String text, INode node) {
			return text;
		}
	}

	private static final class Decimal extends AbstractNullSafeConverter<BigDecimal> {
		private static final int LONGEST_FRACTION = 20;
		private static final int LONGEST_EXPONENT = 5;
		/** More than any instrument gives; arithmetic with much longer ones takes minutes. */
		private static final int MOST_DIGITS = 100;

		@Override
		protected String internalToString(BigDecimal value) {
			return value.scale() < 0 || value.scale() > LONGEST_FRACTION ? value.toString().replace("E", "e")
					: value.toPlainString();
		}

		@Override
		protected BigDecimal internalToValue(String text, INode node) {
			String digits = withoutSpace(text);
			int exponent = Math.max(digits.indexOf('e'), digits.indexOf('E'));
			if (exponent >= 0 && digits.length() - exponent > LONGEST_EXPONENT) {
				throw new ValueConverterException("The exponent of '%s' is too large. It has at most three digits."
						.formatted(digits), node, null);
			}
			if (digits.length() > MOST_DIGITS) {
				throw new ValueConverterException("The number '%s…' is too long. It has at most %d digits.".formatted(
						digits.substring(0, 10), MOST_DIGITS), node, null);
			}
			return new BigDecimal(digits);
		}
	}
}
