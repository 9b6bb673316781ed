/** Tests of what the product says in other languages than English. */
package io.twinwright.tests.translation;
