/** The target {@code ditto}: what becomes of signals, parties and brokers. */
package io.twinwright.tests.ditto;
