package org.qualityzones.web.http;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.qualityzones.web.Digests;
import org.qualityzones.web.WebConfig;

/**
 * Remembers for a short while which tokens were found good, by digest and never past their expiry: checking a signature
 * anew for each request would halve a service's rate. A refused token is never remembered.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class VerifiedTokens implements HttpAuthenticationMechanism {

    private static final int MAX = 10_000;
    private static final int BEFORE_OIDC = 2_000;

    private final OidcAuthenticationMechanism oidc;
    private final WebConfig config;
    private final Clock clock;
    private final Map<ByteBuffer, Verified> known = new ConcurrentHashMap<>();

    public VerifiedTokens(OidcAuthenticationMechanism oidc, WebConfig config, Clock clock) {
        this.oidc = oidc;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return oidc.authenticate(context, identities);
        }
        ByteBuffer digest = ByteBuffer.wrap(Digests.sha256(header.getBytes(StandardCharsets.UTF_8)));
        Verified verified = known.get(digest);
        if (verified != null && clock.instant().isBefore(verified.until())) {
            return Uni.createFrom().item(verified.identity());
        }
        return oidc.authenticate(context, identities).onItem().ifNotNull().invoke(found -> remember(digest, found));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return oidc.getChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return oidc.getCredentialTransport(context);
    }

    @Override
    public int getPriority() {
        return BEFORE_OIDC;
    }

    int remembered() {
        return known.size();
    }

    private void remember(ByteBuffer digest, SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof OidcJwtCallerPrincipal principal)) {
            return;
        }
        Instant now = clock.instant();
        Instant latest = now.plus(config.rememberTokens());
        Instant expiry = Instant.ofEpochSecond(principal.getExpirationTime());
        makeRoom(now);
        known.put(digest, new Verified(withoutRequest(identity), expiry.isBefore(latest) ? expiry : latest));
    }

    private void makeRoom(Instant now) {
        if (known.size() >= MAX) {
            known.values().removeIf(verified -> !now.isBefore(verified.until()));
            if (known.size() >= MAX) {
                known.clear();
            }
        }
    }

    /** The identity without its attributes, which hold the request it was made for. */
    private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials())
                .build();
    }

    private record Verified(SecurityIdentity identity, Instant until) {}
}
