package org.qualityzones.enterprise;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.qualityzones.contracts.EnterpriseState;
import org.qualityzones.messaging.StateVersion;
import org.qualityzones.web.codes.LocalizedName;

/**
 * An enterprise as it is answered.
 *
 * @param contacts left out where the caller may not see them, and from every past version
 */
public record EnterpriseView(
        String id,
        String uscc,
        LocalizedName name,
        String areaCode,
        String address,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Contact> contacts,
        List<Certification> certifications,
        @JsonProperty("class") String qualityClass,
        LocalDate classSince,
        LocalDate classValidUntil,
        String creditLevel,
        String status,
        EnterpriseState.Suspension suspension,
        List<EnterpriseState.Title> titles,
        long version,
        Instant validFrom,
        Instant recordedAt) {

    static EnterpriseView of(Enterprise enterprise, boolean withContacts) {
        return new EnterpriseView(
                enterprise.id().toString(),
                enterprise.uscc(),
                enterprise.name(),
                enterprise.areaCode(),
                enterprise.address(),
                withContacts ? enterprise.contacts() : null,
                enterprise.certifications(),
                enterprise.qualityClass().name(),
                enterprise.classSince().orElse(null),
                enterprise.classValidUntil().orElse(null),
                enterprise.creditLevel().name(),
                enterprise.status().name(),
                enterprise
                        .suspension()
                        .map(s -> new EnterpriseState.Suspension(s.scope().name(), s.from(), s.until(), s.reason()))
                        .orElse(null),
                enterprise.titles().stream()
                        .map(t -> new EnterpriseState.Title(t.kind(), t.grantedBy(), t.from(), t.until()))
                        .toList(),
                enterprise.version(),
                enterprise.validFrom(),
                enterprise.recordedAt());
    }

    /** A version from the history. */
    static EnterpriseView of(StateVersion version) {
        EnterpriseState state = version.state(EnterpriseState.class);
        return new EnterpriseView(
                state.id(),
                state.uscc(),
                new LocalizedName(state.name().zh(), state.name().en()),
                state.areaCode(),
                state.address(),
                null,
                state.certifications().stream()
                        .map(c -> new Certification(c.scheme(), c.number(), c.validUntil()))
                        .toList(),
                state.class_(),
                state.classSince(),
                state.classValidUntil(),
                state.creditLevel(),
                state.status(),
                state.suspension(),
                state.titles(),
                version.version(),
                version.validFrom(),
                version.recordedAt());
    }
}
