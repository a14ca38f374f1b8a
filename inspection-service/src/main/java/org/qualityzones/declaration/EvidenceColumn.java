package org.qualityzones.declaration;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** Keeps the evidence that came with a declaration. */
@Converter
@Immutable
class EvidenceColumn extends JsonColumn<DeclarationCommands.Evidence> {

    EvidenceColumn() {
        super(new TypeReference<>() {});
    }
}
