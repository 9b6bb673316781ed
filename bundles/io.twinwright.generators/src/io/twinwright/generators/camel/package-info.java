/**
 * The target {@code camel}: a folder in which Apache Camel (4.17) runs as it is, with a route from each signal at an OPC UA server to
 * MQTT with Sparkplug B, HTTP and files. Routes are YAML by Jackson; the sources of its beans stand beside the classes. May know the
 * core.
 */
package io.twinwright.generators.camel;
