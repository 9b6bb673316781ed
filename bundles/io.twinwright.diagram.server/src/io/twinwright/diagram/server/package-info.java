/**
 * Serves diagrams that are edited to browsers on this machine: what they show comes from {@code io.twinwright.diagram}, what editing
 * does to the text from {@code io.twinwright.dsl.ide.edit}. Who holds the texts is told by {@link io.twinwright.diagram.server.ProjectTexts}, and
 * what the plant does by {@link io.twinwright.diagram.server.LiveValues}.
 */
package io.twinwright.diagram.server;
