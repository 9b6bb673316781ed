/** The rules of the checker: each by the two examples on its page, and what the pages cannot show. */
package io.twinwright.tests.rules;
