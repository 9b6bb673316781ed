/** The command line: assembles the headless bundles. */
package io.twinwright.cli;
