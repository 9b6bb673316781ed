/** Variables of servers that become signals of a text. */
package io.twinwright.tests.insert;
