/** The editor services of the language and the language server that offers them (Language Server Protocol 3.17). */
package io.twinwright.dsl.ide;
