/** The language as authors meet it: grammar, names, layout, meaning of names and formulas, and broken texts. */
package io.twinwright.tests.language;
