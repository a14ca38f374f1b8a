package org.qualityzones.declaration;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;

/** Keeps the evidence that came with a declaration. */
@Converter
class EvidenceColumn extends JsonColumn<DeclarationCommands.Evidence> {

    EvidenceColumn() {
        super(new TypeReference<>() {});
    }
}
