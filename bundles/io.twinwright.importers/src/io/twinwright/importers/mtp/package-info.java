/**
 * Reads module type packages (VDI/VDE/NAMUR 2658, MTP): AutomationML of CAEX 2.15 and 3.0, packed or plain, in the forms of
 * 2018, 2019 and 2022. A package becomes a type with its signals and services, and one asset that is bound to the server.
 */
package io.twinwright.importers.mtp;
