package io.twinwright.importers.opcua;

import io.twinwright.core.address.ServedSpace;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.EndpointDraft;
import java.util.Set;

/**
 * A running server, as it was read.
 *
 * @param security the security policy, {@code None} for none
 * @param mode {@code None}, {@code Sign} or {@code SignAndEncrypt}
 * @param user whether it lets no anonymous users in
 */
public record ServedPlant(String url, String security, String mode, boolean user, ServedSpace space) {
	/** Adds what it has, bound to it. */
	public void into(Draft draft) {
		EndpointDraft server = draft.endpoint(url, EndpointDraft.nameOf(url));
		server.entries.put("security", security);
		if (!"None".equals(mode)) {
			server.entries.put("mode", mode);
		}
		server.needsUser = user;
		SpaceImport.into(draft, space, Set.of(), server);
	}
}
