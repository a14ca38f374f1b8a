package org.qualityzones.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/** Decimal numbers of a size that can be computed with: 1e1000000 would be a megabyte of digits. */
final class StrictDecimal extends StdDeserializer<BigDecimal> {

    private static final long serialVersionUID = 1L;
    private static final int MAX_DIGITS = 40;

    StrictDecimal() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.currentToken().isNumeric()) {
            return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
        }
        BigDecimal value = parser.getDecimalValue();
        return value.precision() <= MAX_DIGITS && Math.abs(value.scale()) <= MAX_DIGITS
                ? value
                : (BigDecimal) context.handleWeirdNumberValue(BigDecimal.class, value, "too many digits");
    }
}
