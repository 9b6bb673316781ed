/** The workbench as it is shipped: its archives, its licences, its own runtime. */
package io.twinwright.tests.product;
