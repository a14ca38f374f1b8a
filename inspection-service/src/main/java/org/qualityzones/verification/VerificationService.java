package org.qualityzones.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.qualityzones.contracts.CertificateState;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.StateVersions;
import org.qualityzones.web.AsOf;

/** Answers what a certificate was at an instant, as far as this service had learned by another. */
@ApplicationScoped
class VerificationService {

    private final StateVersions versions;
    private final Clock clock;

    VerificationService(StateVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    @Transactional
    PublicAnswer answer(String number, AsOf point) {
        Instant now = clock.instant();
        Instant asOf = point.asOf().orElse(now);
        return versions.at(Topics.CERTIFICATE, number, asOf, point.knownAt().orElse(now))
                .map(version -> PublicAnswer.of(version.state(CertificateState.class), asOf))
                .orElseGet(() -> PublicAnswer.notOurs(number, asOf));
    }
}
