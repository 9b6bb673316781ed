package io.twinwright.importers.text;

import java.util.List;

/**
 * A text made of a draft.
 *
 * @param text laid out, and without syntax and linking errors
 * @param remarks what was not understood, whole sentences, each with the name of its element where it is about one
 */
public record Written(String text, List<String> remarks) {
}
