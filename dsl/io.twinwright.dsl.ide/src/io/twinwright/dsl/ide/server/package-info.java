/** The server: projects of open and closed files, their checking, and the dispatch of requests to the editor services. */
package io.twinwright.dsl.ide.server;
