/** Twin files in the generic editor of the platform: what the language server knows, in the editor's terms. */
package io.twinwright.workbench.editor;
