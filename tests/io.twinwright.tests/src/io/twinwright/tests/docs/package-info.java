/** The plant handbook, read by the parser of a library that follows the HTML standard. */
package io.twinwright.tests.docs;
