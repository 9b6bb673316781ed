/** The rules of the checker by code, and a page for each. Knows diagnostics only; the rules themselves live in the language. */
package io.twinwright.core.rules;
