/** Certificates for both ends of a secure channel: the own one, and how people tell those of others apart. */
package io.twinwright.opcua.security;
