/** The texts of a project while they change: parsed anew, linked and checked piece by piece. */
package io.twinwright.dsl.ide.project;
