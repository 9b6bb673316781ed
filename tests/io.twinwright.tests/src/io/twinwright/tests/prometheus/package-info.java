/** The target {@code prometheus}: which rules formulas and alarms become. */
package io.twinwright.tests.prometheus;
