/** Tests of contracts, offers, prices, policies and dates. */
package io.twinwright.tests.business;
