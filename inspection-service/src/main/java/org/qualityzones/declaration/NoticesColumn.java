package org.qualityzones.declaration;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** Keeps the remarks that a declaration was accepted with. */
@Converter
@Immutable
class NoticesColumn extends JsonColumn<Notice> {

    NoticesColumn() {
        super(new TypeReference<>() {});
    }
}
