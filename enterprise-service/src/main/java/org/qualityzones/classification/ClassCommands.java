package org.qualityzones.classification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.qualityzones.enterprise.QualityClass;
import org.qualityzones.web.codes.NameText;
import org.qualityzones.web.codes.Text;

/** What may be asked about a class assessment. */
final class ClassCommands {
    private ClassCommands() {}

    /**
     * Proposes a class.
     *
     * @param elements scores of the elements assessed, each element once
     * @param restores an approved lowering whose ground was overturned and which this proposal undoes
     */
    record Propose(
            @NotNull QualityClass proposedClass,
            @Size(max = 9) List<@NotNull @Valid ElementScore> elements,
            @NotNull @Text String reason,
            UUID restores) {}

    /** An action of the workflow {@code class-assessment}. */
    record Transition(
            @NotNull @NameText String action, @Text String reason) {}
}
