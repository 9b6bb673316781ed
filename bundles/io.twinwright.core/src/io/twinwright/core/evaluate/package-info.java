/**
 * Computes insights from samples, raises alarms and says when a feedback would fire. It reads no clock and no network:
 * samples and the time are given to it, and the same input gives the same output. Knows the model, the structure, the
 * kinds of values and the quantities.
 * <p>
 * What a position of the text leaves open is decided as follows.
 * <ul>
 * <li>The result of a window has the time of the window's end. Where it is an input of another window, it counts for
 * the span it was computed over, in the window in which it ends.</li>
 * <li>A signal that stands in an insight with a window, but in no function over time, has the value it had when the
 * window ended.</li>
 * <li>{@code mean}, {@code min}, {@code max}, {@code count} and {@code sum} with {@code each} go over the present
 * values of the parts, also where the insight has a window: then at its end. The other functions go over the window
 * of each part and add up.</li>
 * <li>A window that its sample completes ({@code over 256 samples}) does not wait, unless {@code late} is said of
 * what it reads; all others wait as long as the latest of what they read.</li>
 * <li>Over a number of samples each sample counts once; over time a value counts for as long as it held.</li>
 * <li>What a counter has counted in a gap is added with the first sample after it.</li>
 * <li>{@code oee} is availability (the share in state Execute of the time that was not Stopped) times performance
 * (what was counted by what the ideal rate makes in Execute) times quality, which is 1: the counter counts good
 * pieces.</li>
 * <li>A shift and a window between two changes of a value cannot slide; {@code every} reports what they have so
 * far.</li>
 * <li>The window that was open when the evaluation began is reported: by the clock with the share it covers, by a
 * value as uncertain, since its beginning is not known.</li>
 * </ul>
 */
package io.twinwright.core.evaluate;
