/** The target {@code nodered}: what its flow knows of the plant, and that its canvas can be read. */
package io.twinwright.tests.nodered;
