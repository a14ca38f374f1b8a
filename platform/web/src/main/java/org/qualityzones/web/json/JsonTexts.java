package org.qualityzones.web.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.codes.Texts;

/**
 * Looks through the texts of a JSON body for control characters, lone surrogates and excessive length. One pass over
 * the bytes finds out whether there is anything to look for; only then the body is parsed to name the place.
 */
public final class JsonTexts {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonTexts() {}

    /** Refuses a body with a text that the API does not take; malformed JSON is left to its reader. */
    public static void check(byte[] body, int maxText) {
        if (isSuspicious(body, maxText)) {
            locate(body, maxText);
        }
    }

    private static boolean isSuspicious(byte[] body, int maxText) {
        boolean inText = false;
        int start = 0;
        for (int i = 0; i < body.length; i++) {
            byte b = body[i];
            if (b == '"') {
                if (inText && i - start > maxText) {
                    return true;
                }
                inText = !inText;
                start = i + 1;
            } else if (inText && b == '\\') {
                i++;
                if (i < body.length && body[i] != '"' && body[i] != '\\' && body[i] != '/') {
                    return true;
                }
            } else if (b == 0x7f || b == (byte) 0xc2 && i + 1 < body.length && (body[i + 1] & 0xe0) == 0x80) {
                return true;
            }
        }
        return false;
    }

    private static void locate(byte[] body, int maxText) {
        try (JsonParser parser = FACTORY.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
                    check(parser, maxText);
                }
            }
        } catch (IOException _) {
            return; // malformed: the reader of the body says where
        }
    }

    private static void check(JsonParser parser, int maxText) throws IOException {
        String text = parser.getText();
        if (Texts.hasControl(text)) {
            throw Problems.invalid(pointer(parser), "control-character", "must not contain control characters");
        }
        if (text.codePointCount(0, text.length()) > maxText) {
            throw Problem.of(CommonProblem.INVALID_REQUEST, "A text is too long")
                    .at(pointer(parser), "too-long", "must have at most " + maxText + " characters");
        }
    }

    private static String pointer(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString();
    }
}
