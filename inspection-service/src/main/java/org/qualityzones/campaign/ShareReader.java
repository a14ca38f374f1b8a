package org.qualityzones.campaign;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads a share from text or from a number. */
final class ShareReader extends StdDeserializer<BigDecimal> {

    private static final long serialVersionUID = 1L;
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");

    ShareReader() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonToken token = parser.currentToken();
        String text = parser.getText();
        if ((token == JsonToken.VALUE_STRING || token.isNumeric())
                && DECIMAL.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        return (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, text, "not a decimal number");
    }
}
