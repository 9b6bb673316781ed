package io.twinwright.importers.text;

import java.util.List;

/**
 * A text made of a draft.
 *
 * @param text laid out, and without syntax and linking errors
 * @param remarks what was not understood; each stands as a comment in the text too
 */
public record Written(String text, List<Remark> remarks) {
}
