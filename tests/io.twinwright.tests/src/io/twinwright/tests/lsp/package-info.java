/** The language server, asked as an editor asks it. */
package io.twinwright.tests.lsp;
