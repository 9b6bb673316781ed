/**
 * What contracts, offers, orders and policies mean: dates and periods, prices and tiers, meters that add up, rules of
 * usage. Pure calculation on the model; knows the expanded plant and quantities.
 */
package io.twinwright.core.business;
