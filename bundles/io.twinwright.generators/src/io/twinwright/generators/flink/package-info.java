/**
 * The target {@code flink}: SQL that computes insights, alarms and the conditions of feedbacks from lines as the live link
 * prints them. May know the core.
 * <p>
 * What all signals of a formula are is known at each instant at which one of them has a line; a window goes over the spans
 * between two instants, weighted by time, as in the embedded evaluation. It differs from that one as follows.
 * <ul>
 * <li>All is computed in the order of the sources' time, also what has no window, and so waits as long as a signal may be
 * late; a line that is later is dropped. Times are whole milliseconds; of the lines of a signal in one of them the last counts.</li>
 * <li>What time it is shows in the lines: a window that has ended is reported, and a condition has held long enough, with the
 * next line, which may be one of the clock.</li>
 * <li>An insight that is read is a line too, unless it is nothing but a formula of signals.</li>
 * <li>While an {@code until} holds, a feedback does not fire.</li>
 * <li>A line is bad by its status; there is no alarm that says so again.</li>
 * </ul>
 */
package io.twinwright.generators.flink;
