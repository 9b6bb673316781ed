/**
 * The target {@code mtp}: module type packages (VDI/VDE/NAMUR 2658) as AutomationML, built as DOM documents. May know the
 * core. The names of classes and variables are those of the standard, kept in a table for each edition.
 */
package io.twinwright.generators.mtp;
