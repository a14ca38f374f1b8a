package org.qualityzones.certificate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.scope.ScopedList;

/** All certificates. */
@ApplicationScoped
class Certificates implements PanacheRepositoryBase<Certificate, UUID> {

    static final String KIND = "certificate";
    private static final List<CertificateStatus> RUNNING =
            List.of(CertificateStatus.VALID, CertificateStatus.SUSPENDED);

    Optional<Certificate> byNumber(String number) {
        return find("number", number).firstResultOptional();
    }

    /** As it is now, locked until the transaction ends. */
    Optional<Certificate> forUpdate(String number) {
        return byNumber(number).map(this::locked);
    }

    Optional<Certificate> forUpdate(UUID id) {
        return findByIdOptional(id).map(this::locked);
    }

    private Certificate locked(Certificate certificate) {
        getEntityManager().refresh(certificate, LockModeType.PESSIMISTIC_WRITE);
        return certificate;
    }

    /** The certificate that follows this one, if it is issued already. */
    Optional<Certificate> renewalOf(String number) {
        return find("renews", number).firstResultOptional().map(this::locked);
    }

    /** The latest day on which a certificate of the producer was cancelled. */
    Optional<LocalDate> lastRevoked(String uscc) {
        return find("uscc = ?1 and revokedOn is not null order by revokedOn desc", uscc)
                .firstResultOptional()
                .map(Certificate::revokedOn);
    }

    /** Certificates whose last day lies before this one and that do not say so yet. */
    List<UUID> endedBefore(LocalDate day, int limit) {
        return find("status in ?1 and validUntil < ?2 order by validUntil", RUNNING, day).page(0, limit).stream()
                .map(Certificate::id)
                .toList();
    }

    /** One row more than the limit, newest first. @param scopes keys the caller finds them under; empty: all of them */
    List<Certificate> newest(
            Optional<List<String>> scopes, String uscc, CertificateStatus status, UUID after, int limit) {
        return new ScopedList<>(getEntityManager(), Certificate.class, "certificate", KIND)
                .few("t.uscc = :uscc", "uscc", uscc)
                .where("t.status = :status", "status", status == null ? null : status.name())
                .newest(scopes, after, limit);
    }
}
