package org.qualityzones.exemption;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** Keeps the documents of an application as JSON text. */
@Converter
@Immutable
class DocumentsColumn implements AttributeConverter<List<ApplicationDocument>, String> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String convertToDatabaseColumn(List<ApplicationDocument> documents) {
        try {
            return JSON.writeValueAsString(documents);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The documents cannot be written as JSON", e);
        }
    }

    @Override
    public List<ApplicationDocument> convertToEntityAttribute(String column) {
        try {
            return JSON.readValue(column, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The documents in the database are not the JSON they should be", e);
        }
    }
}
