package org.qualityzones.enterprise;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import org.qualityzones.web.codes.NameText;
import org.qualityzones.web.codes.ReferenceText;

/** A person to reach. Personal data: never in an event, in history or in an answer to an integrator. */
public record Contact(
        @NotNull @NameText String name,
        @ReferenceText String phone,
        @Email @NameText String email) {}
