/** What connectors of a dataspace get, against the schemas of the Dataspace Protocol; negotiating is in the suite with runtimes. */
package io.twinwright.tests.edc;
