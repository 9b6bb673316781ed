/** Tests of the evaluator: series computed by hand, properties over random series, and a plant of the examples. */
package io.twinwright.tests.evaluate;
