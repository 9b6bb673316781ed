/** Configs generated from the models of projects: with a preview, on command or on saving. */
package io.twinwright.workbench.generate;
