package org.qualityzones.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the messages of a subscription are signed with.
 *
 * @param secrets HMAC secrets in force, newest first
 * @param privateKey Ed25519, PKCS#8; empty where the subscription has none
 */
public record SigningSet(List<byte[]> secrets, Optional<byte[]> privateKey) {

    static final SigningSet NONE = new SigningSet(List.of(), Optional.empty());

    SigningSet withOlder(byte[] secret) {
        List<byte[]> all = new ArrayList<>(secrets);
        all.add(secret);
        return new SigningSet(List.copyOf(all), privateKey);
    }

    /** The newest counts. */
    SigningSet withPrivateKey(byte[] key) {
        return privateKey.isPresent() ? this : new SigningSet(secrets, Optional.of(key));
    }
}
