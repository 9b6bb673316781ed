/** Watching a plant from the command line: links, evaluation, and the forms in which what happens is printed. */
package io.twinwright.cli.live;
