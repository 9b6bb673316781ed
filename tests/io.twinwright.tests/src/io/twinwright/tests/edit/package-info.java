/** What users do in diagrams, and what comes of it in the texts. */
package io.twinwright.tests.edit;
