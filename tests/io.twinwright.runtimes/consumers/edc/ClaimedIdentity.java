package io.twinwright.runtimes.edc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.edc.protocol.spi.DefaultParticipantIdExtractionFunction;
import org.eclipse.edc.runtime.metamodel.annotation.Inject;
import org.eclipse.edc.runtime.metamodel.annotation.Provider;
import org.eclipse.edc.runtime.metamodel.annotation.Provides;
import org.eclipse.edc.spi.iam.AudienceResolver;
import org.eclipse.edc.spi.iam.ClaimToken;
import org.eclipse.edc.spi.iam.IdentityService;
import org.eclipse.edc.spi.iam.TokenParameters;
import org.eclipse.edc.spi.iam.TokenRepresentation;
import org.eclipse.edc.spi.iam.VerificationContext;
import org.eclipse.edc.spi.result.Result;
import org.eclipse.edc.spi.system.ServiceExtension;
import org.eclipse.edc.spi.system.ServiceExtensionContext;
import org.eclipse.edc.spi.types.TypeManager;

/** Stands for the credentials of participants: who they are, and what they say of themselves, is what a file says at that moment. */
@Provides(IdentityService.class)
public final class ClaimedIdentity implements ServiceExtension {
	private static final String IDENTITY = "identity";

	@Inject
	private TypeManager types;

	@Override
	public void initialize(ServiceExtensionContext context) {
		Path file = Path.of(context.getSetting("twin.claims", null));
		context.registerService(IdentityService.class, new IdentityService() {
			@Override
			public Result<TokenRepresentation> obtainClientCredentials(String participant, TokenParameters parameters) {
				try {
					return Result.success(TokenRepresentation.Builder.newInstance().token(Files.readString(file)).build());
				} catch (IOException e) {
					return Result.failure(e.toString());
				}
			}

			@Override
			@SuppressWarnings("unchecked")
			public Result<ClaimToken> verifyJwtToken(String participant, TokenRepresentation token, VerificationContext verification) {
				Map<String, Object> claims = types.readValue(token.getToken(), Map.class);
				return Result.success(ClaimToken.Builder.newInstance().claims(claims).build());
			}
		});
	}

	@Provider
	public DefaultParticipantIdExtractionFunction participantId() {
		return claims -> claims.getStringClaim(IDENTITY);
	}

	@Provider
	public AudienceResolver audience() {
		return message -> Result.success(message.getCounterPartyAddress());
	}
}
