/** The help: pages about the language, its library, the rules, the commands and the targets, to read and to search. */
package io.twinwright.workbench.help;
