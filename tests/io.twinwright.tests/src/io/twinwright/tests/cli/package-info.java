/** The command line: every command and option, what it prints, and how it ends. */
package io.twinwright.tests.cli;
