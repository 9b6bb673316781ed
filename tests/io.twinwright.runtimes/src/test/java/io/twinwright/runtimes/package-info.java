/**
 * Independent programs load what the built application generates and do their job with it. Each program runs in a process
 * of its own, is installed on first use into {@code target/consumers} and is skipped, with a word, where that fails. What
 * was proven becomes a line of the table in README.
 */
package io.twinwright.runtimes;
