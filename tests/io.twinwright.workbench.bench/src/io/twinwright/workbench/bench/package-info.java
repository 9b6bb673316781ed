/** Measures a workbench from inside. No part of a product: {@code twinwright bench --workbench} adds it to a copy of one. */
package io.twinwright.workbench.bench;
