/**
 * How a twin is tied to servers, brokers and files: what an endpoint can say, which signals an expression reads, which
 * of them are bound, and to what. Pure calculation; knows the expanded plant, its addresses and quantities.
 */
package io.twinwright.core.binding;
