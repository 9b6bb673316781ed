/**
 * The target {@code compose}: a folder that can be carried to another machine and started there. Which program needs which
 * files is said by the targets, of which this one knows nothing but that.
 */
package io.twinwright.generators.compose;
