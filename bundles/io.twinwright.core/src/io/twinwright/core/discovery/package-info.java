/** Who the machines of a server are, and what they could be to a plant. Pure: knows no client and reads no server. */
package io.twinwright.core.discovery;
