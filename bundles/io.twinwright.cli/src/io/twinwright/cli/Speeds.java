package io.twinwright.cli;

import io.twinwright.opcua.record.Replay;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how fast to replay: {@code 10}, {@code 0.5}, or {@code max}. */
final class Speeds implements ITypeConverter<Double> {
	private static final String MAX = "max";

	@Override
	public Double convert(String text) {
		try {
			double times = MAX.equals(text) ? Replay.AT_ONCE : Double.parseDouble(text);
			if (times > 0) {
				return times;
			}
		} catch (NumberFormatException e) {
			// said below
		}
		throw new TypeConversionException("'%s' is no speed. Write it as in 10, 0.5 or max.".formatted(text));
	}
}
