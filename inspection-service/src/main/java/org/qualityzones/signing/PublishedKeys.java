package org.qualityzones.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/** Every key as a JSON Web Key. */
@ApplicationScoped
class PublishedKeys {

    private final SigningKeys keys;

    PublishedKeys(SigningKeys keys) {
        this.keys = keys;
    }

    @Transactional
    JwksView all() {
        return new JwksView(keys.all().stream().map(PublishedKeys::jwk).toList());
    }

    private static Map<String, Object> jwk(SigningKeys.Row key) {
        try {
            PublicKey publicKey =
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key.publicKey()));
            JsonWebKey jwk = JsonWebKey.Factory.newJwk(publicKey);
            jwk.setKeyId(key.kid());
            jwk.setUse("sig");
            jwk.setAlgorithm(AlgorithmIdentifiers.EDDSA);
            return jwk.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
        } catch (GeneralSecurityException | JoseException e) {
            throw new IllegalStateException("The signing key " + key.kid() + " cannot be published", e);
        }
    }

    /** A JSON Web Key Set (RFC 7517). */
    record JwksView(List<Map<String, Object>> keys) {}
}
