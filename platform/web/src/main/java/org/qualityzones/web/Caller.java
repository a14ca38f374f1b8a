package org.qualityzones.web;

import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Who makes this request: person, client, roles and the rows its token names. Anonymous on public paths. */
@RequestScoped
public class Caller {

    private static final String ANONYMOUS = "anonymous";

    private final SecurityIdentity identity;

    public Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The person or service account ({@code sub}), or {@code anonymous}. */
    public String subject() {
        return text("sub");
    }

    /** The OAuth client that acts ({@code azp}), or {@code anonymous}. */
    public String clientId() {
        return text("azp");
    }

    public boolean is(String role) {
        return identity.hasRole(role);
    }

    /** True when the caller has at least one of the roles. */
    public boolean isAny(String... candidates) {
        for (String role : candidates) {
            if (identity.hasRole(role)) {
                return true;
            }
        }
        return false;
    }

    public Set<String> roles() {
        return identity.getRoles();
    }

    /** Unified social credit codes the caller may act for. */
    public List<String> usccs() {
        return texts("uscc");
    }

    /** GB/T 2260 prefixes of the caller's areas. */
    public List<String> areas() {
        return texts("areas");
    }

    /** Inspection bureaus the caller works for. */
    public List<String> bureaus() {
        return texts("bureau");
    }

    /** True when an area of the caller is a prefix of the code; the national authority covers every area. */
    public boolean covers(String areaCode) {
        return areaCode != null && (is(Roles.AUTHORITY) || areas().stream().anyMatch(areaCode::startsWith));
    }

    /** True when the caller's token names this unified social credit code. */
    public boolean owns(String uscc) {
        return uscc != null && usccs().contains(uscc);
    }

    /** Stable scope of this caller's idempotency keys: client and person. */
    public String key() {
        return clientId() + '/' + subject();
    }

    private String text(String claim) {
        Object value = claim(claim);
        return value == null || plain(value).isEmpty() ? ANONYMOUS : plain(value);
    }

    private static String plain(Object value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }

    private List<String> texts(String claim) {
        return switch (claim(claim)) {
            case null -> List.of();
            case Collection<?> values ->
                values.stream()
                        .map(Caller::plain)
                        .filter(value -> !value.isBlank())
                        .toList();
            case Object value -> plain(value).isBlank() ? List.of() : List.of(plain(value));
        };
    }

    private Object claim(String name) {
        Principal principal = identity.getPrincipal();
        return principal instanceof OidcJwtCallerPrincipal jwt ? jwt.getClaims().getClaimValue(name) : null;
    }
}
