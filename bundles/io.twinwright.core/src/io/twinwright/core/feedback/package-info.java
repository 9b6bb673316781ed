/** What feedbacks do in the expanded plant. Pure calculation; knows positions, signals and conditions. */
package io.twinwright.core.feedback;
