/**
 * The diagrams and tables in Eclipse Sirius. {@code description/twinwright.odesign} says what is drawn as what; all meaning comes from
 * the services of this package, which call {@code io.twinwright.diagram} and {@code core}. Knows Sirius's views only as
 * {@code EObject}s, so that it compiles without Sirius.
 */
package io.twinwright.sirius;
