package org.qualityzones.inspection;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** Keeps the result of an inspection. */
@Converter
@Immutable
class ResultColumn extends JsonText<JudgedResult> {

    ResultColumn() {
        super(new TypeReference<>() {});
    }
}
