package org.qualityzones.assessment;

import jakarta.validation.constraints.NotNull;
import org.qualityzones.web.codes.ReferenceText;
import org.qualityzones.web.codes.Text;

/** A veto item that was found, with what was found. */
public record Veto(
        @NotNull @ReferenceText String item, @NotNull @Text String finding) {}
