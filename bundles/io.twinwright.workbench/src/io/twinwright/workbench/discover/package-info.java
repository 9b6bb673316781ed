/** Machines that are found on servers: what they are to the projects of the workspace, put into a line or in the place of a part. */
package io.twinwright.workbench.discover;
