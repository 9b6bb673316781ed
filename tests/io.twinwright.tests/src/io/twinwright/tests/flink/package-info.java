/** The target {@code flink}: which SQL formulas, windows and events become. */
package io.twinwright.tests.flink;
