package org.qualityzones.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Access tokens as the realm issues them, really signed (RS256); and the bad ones that every service must refuse.
 *
 * <p>{@code Tokens.of("bureau").areas("3302").bureau("ningbo").build()}
 */
public final class Tokens {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIFETIME = Duration.ofHours(2);

    private final Map<String, Object> claims = new LinkedHashMap<>();
    private String realm = TestIssuer.REALM;

    private Tokens(List<String> roles) {
        Instant now = Instant.now();
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("typ", "Bearer");
        claims.put("aud", List.of("qualityzones"));
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFETIME).getEpochSecond());
        claims.put("realm_access", Map.of("roles", roles));
        String name = roles.isEmpty() ? "nobody" : String.join("+", roles);
        subject("sub-" + name);
        client("client-" + name);
    }

    /** A token with these realm roles; subject and client are named after them. */
    public static Tokens of(String... roles) {
        return new Tokens(List.of(roles));
    }

    /** Unified social credit codes the caller may act for. */
    public Tokens uscc(String... codes) {
        return claim("uscc", List.of(codes));
    }

    /** GB/T 2260 prefixes. */
    public Tokens areas(String... prefixes) {
        return claim("areas", List.of(prefixes));
    }

    public Tokens bureau(String... names) {
        return claim("bureau", List.of(names));
    }

    /** The person ({@code sub}); two persons with the same rows differ only here. */
    public Tokens subject(String subject) {
        return claim("sub", subject);
    }

    public Tokens client(String id) {
        return claim("azp", id);
    }

    /** Any further claim. */
    public Tokens claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    /** The compact serialization. */
    public String build() {
        TestKey key = TestKey.of(realm);
        String input = signingInput(Map.of("alg", "RS256", "typ", "JWT", "kid", key.id()));
        return input + '.' + base64(key.sign(input));
    }

    /** Good but for its time: it ran out an hour ago. */
    public String expired() {
        long now = Instant.now().getEpochSecond();
        return claim("iat", now - 7_200).claim("exp", now - 3_600).build();
    }

    /** Good but meant for another API. */
    public String forAudience(String audience) {
        return claim("aud", List.of(audience)).build();
    }

    /** Good, of another realm, signed by that realm's key. */
    public String ofOtherRealm() {
        realm = TestIssuer.OTHER_REALM;
        return build();
    }

    /** Claims to be of our realm, signed by another one's key. */
    public String signedByStranger() {
        TestKey stranger = TestKey.of(TestIssuer.OTHER_REALM);
        String input = signingInput(
                Map.of("alg", "RS256", "typ", "JWT", "kid", TestKey.of(realm).id()));
        return input + '.' + base64(stranger.sign(input));
    }

    /** Not signed at all. */
    public String unsigned() {
        return signingInput(Map.of("alg", "none", "typ", "JWT")) + '.';
    }

    /** Signed with HMAC, the public key as the secret. */
    public String macWithPublicKey() {
        TestKey key = TestKey.of(realm);
        String input = signingInput(Map.of("alg", "HS256", "typ", "JWT", "kid", key.id()));
        return input + '.' + base64(key.macWithPublicKey(input));
    }

    private String signingInput(Map<String, String> header) {
        claims.put("iss", TestIssuer.ofThisJvm().url(realm));
        try {
            return base64(JSON.writeValueAsBytes(header)) + '.' + base64(JSON.writeValueAsBytes(claims));
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("A claim is no JSON", failure);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
