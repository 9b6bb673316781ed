/** Insights: whether they can be computed. */
package io.twinwright.tests.insight;
