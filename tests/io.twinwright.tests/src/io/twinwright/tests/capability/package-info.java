/** Capabilities, recipes and orders. */
package io.twinwright.tests.capability;
