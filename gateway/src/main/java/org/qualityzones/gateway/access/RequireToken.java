package org.qualityzones.gateway.access;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.qualityzones.gateway.GatewayProblem;
import org.qualityzones.gateway.Refusal;

/** Verifies access tokens by the identity provider's keys: algorithm, signature, issuer, audience, times and type. */
@Singleton
public class RequireToken {

    private static final Logger LOG = Logger.getLogger(RequireToken.class);
    private static final Duration IDENTITY_RETRY = Duration.ofSeconds(5);

    private final TenantIdentityProvider identities;
    private final VerifiedTokens known;

    public RequireToken(TenantIdentityProvider identities, VerifiedTokens known) {
        this.identities = identities;
        this.known = known;
    }

    /** The token when it was verified a short while ago. */
    Optional<VerifiedToken> remembered(String token) {
        return known.find(token);
    }

    /** Verifies it; the verdict arrives on the given context. */
    Future<Verdict> verify(String token, Context context) {
        if (!TokenShape.isJwt(token)) {
            return Future.succeededFuture(new Verdict.Refused(Refusal.tokenRefused("token-invalid")));
        }
        Promise<Verdict> verdict = Promise.promise();
        identities
                .authenticate(new AccessTokenCredential(token))
                .subscribe()
                .with(
                        identity -> context.runOnContext(nothing -> verdict.complete(accept(token, identity))),
                        failure -> context.runOnContext(nothing -> verdict.complete(refuse(failure))));
        return verdict.future();
    }

    private Verdict accept(String token, SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken jwt)) {
            return new Verdict.Refused(Refusal.tokenRefused("token-invalid"));
        }
        String type = jwt.getClaim("typ");
        if (type != null && !"Bearer".equalsIgnoreCase(type)) {
            return new Verdict.Refused(Refusal.tokenRefused("token-invalid"));
        }
        VerifiedToken verified = new VerifiedToken(client(jwt), Instant.ofEpochSecond(jwt.getExpirationTime()));
        known.remember(token, verified);
        return new Verdict.Accepted(verified);
    }

    private static String client(JsonWebToken jwt) {
        String client = jwt.getClaim("azp");
        if (client == null) {
            client = jwt.getClaim("client_id");
        }
        return client == null ? "subject:" + jwt.getSubject() : client;
    }

    private static Verdict refuse(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidJwtException invalid && invalid.hasExpired()) {
                return new Verdict.Refused(Refusal.tokenRefused("token-expired"));
            }
        }
        if (failure instanceof AuthenticationFailedException) {
            return new Verdict.Refused(Refusal.tokenRefused("token-invalid"));
        }
        LOG.warnf("Cannot verify tokens now: %s", failure.toString());
        return new Verdict.Refused(
                Refusal.of(GatewayProblem.UNAVAILABLE, "identity-unavailable").retryAfter(IDENTITY_RETRY));
    }
}
