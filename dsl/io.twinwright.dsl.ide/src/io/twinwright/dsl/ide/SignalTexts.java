package io.twinwright.dsl.ide;

import io.twinwright.core.address.ServedVariable;
import java.util.List;

/** Variables of a server whose declarations as signals are asked for. */
public record SignalTexts(List<ServedVariable> variables) {
}
