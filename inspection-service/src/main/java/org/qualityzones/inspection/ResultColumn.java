package org.qualityzones.inspection;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;

/** Keeps the result of an inspection. */
@Converter
class ResultColumn extends JsonText<JudgedResult> {

    ResultColumn() {
        super(new TypeReference<>() {});
    }
}
