package io.twinwright.core.evaluate;

/** What a source is told: a sample, or how the connection stands that carries it. */
sealed interface News permits Sample, Connection {
}
