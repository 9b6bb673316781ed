/** Which type of a project a machine of a server is of, and where it fits. */
package io.twinwright.tests.discovery;
