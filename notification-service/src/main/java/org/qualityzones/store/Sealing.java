package org.qualityzones.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.qualityzones.web.seal.SecretSeal;

/** The seal of what is stored and nobody may read in the database: signing secrets, persons' contacts. */
@ApplicationScoped
class Sealing {

    @Produces
    @Singleton
    SecretSeal seal(SealingConfig config) {
        return SecretSeal.ofBase64(config.key()
                .orElseThrow(() -> new IllegalStateException(
                        "QZ_SEALING_KEY is not set: secrets and contacts could not be sealed at rest. Make a key with:"
                                + " openssl rand -base64 32")));
    }
}
