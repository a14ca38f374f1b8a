package org.qualityzones.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.qualityzones.web.Instants;

/** Values that have exactly one form as text; numbers, arrays and other forms are refused. */
abstract class StrictText<T> extends StdDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final Class<T> target;

    StrictText(Class<T> target) {
        super(target);
        this.target = target;
    }

    abstract Optional<T> parse(String text);

    @Override
    public final T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return target.cast(context.handleUnexpectedToken(target, parser));
        }
        Optional<T> value = parse(parser.getText());
        return value.isPresent()
                ? value.get()
                : target.cast(context.handleWeirdStringValue(target, parser.getText(), "another form"));
    }

    static final class OfInstant extends StrictText<Instant> {

        private static final long serialVersionUID = 1L;

        OfInstant() {
            super(Instant.class);
        }

        @Override
        Optional<Instant> parse(String text) {
            return Instants.parse(text);
        }
    }

    static final class OfDate extends StrictText<LocalDate> {

        private static final long serialVersionUID = 1L;
        private static final DateTimeFormatter FORM =
                DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

        OfDate() {
            super(LocalDate.class);
        }

        @Override
        Optional<LocalDate> parse(String text) {
            try {
                LocalDate date = LocalDate.parse(text, FORM);
                return date.getYear() < 1 || date.getYear() > 9999 ? Optional.empty() : Optional.of(date);
            } catch (DateTimeException _) {
                return Optional.empty();
            }
        }
    }

    static final class OfUuid extends StrictText<UUID> {

        private static final long serialVersionUID = 1L;
        private static final Pattern FORM =
                Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

        OfUuid() {
            super(UUID.class);
        }

        @Override
        Optional<UUID> parse(String text) {
            return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
        }
    }
}
