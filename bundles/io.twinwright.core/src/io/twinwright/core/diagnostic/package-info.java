/** How findings in a user's model are told. Knows nothing else. */
package io.twinwright.core.diagnostic;
