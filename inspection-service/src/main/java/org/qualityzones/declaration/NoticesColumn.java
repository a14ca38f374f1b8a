package org.qualityzones.declaration;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;

/** Keeps the remarks that a declaration was accepted with. */
@Converter
class NoticesColumn extends JsonColumn<Notice> {

    NoticesColumn() {
        super(new TypeReference<>() {});
    }
}
