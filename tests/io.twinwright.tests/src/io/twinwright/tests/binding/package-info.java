/** Tests of endpoints, bindings and what is read through them. */
package io.twinwright.tests.binding;
