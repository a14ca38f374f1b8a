package org.qualityzones.enterprise;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.qualityzones.web.codes.ReferenceText;

/** A certificate of a management system or product, such as ISO9001. */
public record Certification(
        @NotNull @ReferenceText String scheme,
        @ReferenceText String number,
        LocalDate validUntil) {}
