/** Feedbacks: whether they are bounded, guarded and alone. */
package io.twinwright.tests.feedback;
