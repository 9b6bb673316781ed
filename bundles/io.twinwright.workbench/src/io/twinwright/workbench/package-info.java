/** The Twinwright workbench: perspective and what belongs to no view of its own. */
package io.twinwright.workbench;
