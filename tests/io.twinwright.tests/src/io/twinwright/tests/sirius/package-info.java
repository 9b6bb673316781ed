/** The diagrams for Sirius, as far as they can be tried without it: its metamodels are there, its program is not. */
package io.twinwright.tests.sirius;
