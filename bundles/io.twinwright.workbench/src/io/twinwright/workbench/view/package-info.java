/** What views with rows are made of. */
package io.twinwright.workbench.view;
