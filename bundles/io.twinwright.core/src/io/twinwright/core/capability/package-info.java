/**
 * What equipment can do and what is asked of it: limits of arguments, providers of capabilities, recipes and orders.
 * Pure calculation on the model; knows neither text nor findings.
 */
package io.twinwright.core.capability;
