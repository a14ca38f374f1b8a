package org.qualityzones.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Filing;

/** Each field of a declaration at, below and above its limits. */
@QuarkusTest
@WithServers("inspection")
class DeclarationLimitsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeEach
    void emptyTables() {
        Database.truncate("daily_seed");
    }

    @ParameterizedTest
    @CsvSource({
        "960810, 201, ",
        "96081000, 201, ",
        "9608100000, 201, ",
        "0101210000, 201, ",
        "9706900000, 201, ",
        "96081, 400, hs-code",
        "9608100, 400, hs-code",
        "960810000, 400, hs-code",
        "96081000000, 400, hs-code",
        "0001210000, 400, hs-code",
        "9801210000, 400, hs-code",
        "96A8100000, 400, hs-code",
        "'', 400, hs-code"
    })
    void shouldTakeCodesOfSixEightOrTenDigitsOfChapters01To97(String hsCode, int status, String code) {
        ObjectNode filing = Filing.by(Codes.NINGHAI);
        Filing.firstLine(filing).put("hsCode", hsCode);

        expect(file(filing), status, "/lines/0/hsCode", code);
    }

    @Test
    void shouldHintThatALeadingZeroMayBeMissing() {
        ObjectNode filing = Filing.by(Codes.NINGHAI);
        Filing.firstLine(filing).put("hsCode", "101210000");

        file(filing).statusCode(400).body("errors[0].detail", containsString("leading zero"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 400",
        "-1, 400",
        "0.001, 201",
        "0.0001, 400",
        "1000000000000, 201",
        "1000000000000.001, 400",
        "1000000000001, 400",
        "12.345, 201",
        "1e3, 400",
        "'', 400",
        "x, 400"
    })
    void shouldTakeQuantitiesAboveZeroUpToATrillionWithThreeDecimals(String value, int status) {
        ObjectNode filing = Filing.by(Codes.NINGHAI);
        ((ObjectNode) Filing.firstLine(filing).path("quantity")).put("value", value);

        file(filing).statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 201",
        "0.1, 201",
        "9999999999999.99, 201",
        "10000000000000, 400",
        "1.234, 400",
        "-1, 400",
        "1., 400",
        ".5, 400",
        "1e5, 400",
        "'', 400"
    })
    void shouldTakeAmountsOfThirteenDigitsAndTwoDecimals(String amount, int status) {
        ObjectNode filing = Filing.by(Codes.NINGHAI);
        ((ObjectNode) Filing.firstLine(filing).path("value")).put("amount", amount);

        file(filing).statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"0, 400", "1, 201", "999, 201", "1000, 400"})
    void shouldTakeLineNumbersFrom1To999(int lineNo, int status) {
        ObjectNode filing = Filing.by(Codes.NINGHAI);
        Filing.firstLine(filing).put("lineNo", lineNo);

        file(filing).statusCode(status);
    }

    @Test
    void shouldRefuseALineNumberGivenTwice() {
        ObjectNode filing = Filing.by(Codes.NINGHAI);
        filing.withArray("lines").add(Filing.line(1));

        expect(file(filing), 400, "/lines/1/lineNo", "line-no-unique");
    }

    @ParameterizedTest
    @CsvSource({"0, 400", "1, 201", "200, 201", "201, 400"})
    void shouldTakeOneTo200Lines(int count, int status) {
        ObjectNode filing = Filing.by(Codes.NINGHAI);
        ArrayNode lines = filing.putArray("lines");
        for (int i = 1; i <= count; i++) {
            lines.add(Filing.line(i));
        }

        ValidatableResponse answer = file(filing).statusCode(status);
        if (status == 201) {
            answer.body("lines.size()", is(count));
        }
    }

    @ParameterizedTest
    @CsvSource({"product, 500, 501", "lotNo, 64, 65"})
    void shouldLimitTexts(String field, int longest, int tooLong) {
        ObjectNode filing = Filing.by(Codes.NINGHAI);
        Filing.firstLine(filing).put(field, "x".repeat(longest));
        file(filing).statusCode(201);
        Filing.firstLine(filing).put(field, "x".repeat(tooLong));
        file(filing).statusCode(400).body("errors.pointer", hasItem("/lines/0/" + field));
        Filing.firstLine(filing).put(field, "a\u0007b");
        file(filing).statusCode(400).body("errors.pointer", hasItem("/lines/0/" + field));
    }

    @Test
    void shouldLimitTheReference() {
        file(Filing.by(Codes.NINGHAI).put("reference", "r".repeat(64))).statusCode(201);
        expect(file(Filing.by(Codes.NINGHAI).put("reference", "r".repeat(65))), 400, "/reference", null);
    }

    @ParameterizedTest
    @CsvSource({
        "destination, XX, country-code", "destination, DEU, country-code", "purpose, FUN, unknown-value",
        "zoneCode, Ninghai, zone-code", "zoneCode, ni, zone-code", "placeOfProduction, 33022, area-code",
        "consignor, 91330226MA0000015Q, ", "shipmentDate, 2026-13-01, ", "certificateRequested, maybe, "
    })
    void shouldNameWhatIsWrong(String field, String value, String code) {
        expect(file(Filing.by(Codes.NINGHAI).put(field, value)), 400, "/" + field, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"consignor", "destination", "purpose", "certificateRequested", "shipmentDate", "lines"})
    void shouldAskForWhatIsMissing(String field) {
        ObjectNode filing = Filing.by(Codes.NINGHAI);
        filing.remove(field);

        expect(file(filing), 400, "/" + field, "required");
    }

    @Test
    void shouldRefuseFieldsThatDoNotExist() {
        expect(file(Filing.by(Codes.NINGHAI).put("incoterm", "FOB")), 400, "/incoterm", null);
    }

    @Test
    void shouldAcceptAnUnknownCodeAndZoneWithANotice() {
        file(Filing.by(Codes.NINGHAI).put("zoneCode", "nowhere-zone"))
                .statusCode(201)
                .body("notices.code", hasItem("hs-code-unknown"))
                .body("notices.code", hasItem("zone-unknown"))
                .body("notices.pointer", hasItem("/lines/0/hsCode"));
    }

    @Test
    void shouldDecideAShortCodeOnIncompleteFacts() {
        ObjectNode filing = Filing.by(Codes.NINGHAI);
        Filing.firstLine(filing).put("hsCode", "960810");

        file(filing).statusCode(201).body("lines[0].decision.basis", is("DEGRADED"));
    }

    @Test
    void shouldTakeABodyOfOneMebibyteAndRefuseAByteMore() throws Exception {
        byte[] filing = JSON.writeValueAsBytes(Filing.by(Codes.NINGHAI));
        assertThat(padded(filing, 1_048_576)).isEqualTo(201);
        assertThat(padded(filing, 1_048_577)).isEqualTo(413);
    }

    private static int padded(byte[] json, int length) {
        byte[] body = new byte[length];
        java.util.Arrays.fill(body, (byte) ' ');
        System.arraycopy(json, 0, body, 0, json.length);
        return Api.as(Callers.enterprise(Codes.NINGHAI))
                .header("Idempotency-Key", Api.newKey())
                .contentType("application/json")
                .body(body)
                .post("/api/v1/declarations")
                .statusCode();
    }

    private static ValidatableResponse file(ObjectNode filing) {
        return Api.post(Callers.enterprise(Codes.NINGHAI), "/api/v1/declarations", filing);
    }

    private static void expect(ValidatableResponse answer, int status, String pointer, String code) {
        answer.statusCode(status);
        if (status == 400) {
            answer.contentType("application/problem+json").body("errors.pointer", hasItem(pointer));
        }
        if (code != null) {
            answer.body("errors.code", hasItem(code));
        }
    }
}
