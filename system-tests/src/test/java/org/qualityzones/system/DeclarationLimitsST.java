package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qualityzones.system.LimitCase.accepted;
import static org.qualityzones.system.LimitCase.refused;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.client.Answer;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.Client;
import org.qualityzones.system.client.CreditCode;
import org.qualityzones.system.client.Samples;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/** Every limit of a declaration at, below and above its boundary, through the gateway. */
@Order(3)
@ExtendWith(SuiteExtension.class)
class DeclarationLimitsST {

    private static final String PATH = "/api/v1/declarations";
    private static final String QUANTITY = "/lines/0/quantity/value";
    private static final String AMOUNT = "/lines/0/value/amount";
    private static final String HS = "/lines/0/hsCode";

    private final Client enterprise;
    private final String uscc;

    DeclarationLimitsST(SuiteUnderTest suite) {
        this.enterprise = new Callers(suite).as("ENTERPRISE");
        this.uscc = suite.env("CLIENT_ENTERPRISE_USCC");
    }

    @TestFactory
    Stream<DynamicTest> shouldHoldTextsToTheirLength() {
        String id = UUID.randomUUID().toString();
        return tests(
                accepted("product of 500", line(line -> line.put("product", "p".repeat(500)))),
                accepted("product of 500 outside of the first plane", line(l -> l.put("product", "𠮷".repeat(500)))),
                refused("product of 501", line(l -> l.put("product", "p".repeat(501))), "/lines/0/product", "too-long"),
                refused("blank product", line(l -> l.put("product", " ")), "/lines/0/product", "blank"),
                accepted("lotNo of 64", line(l -> l.put("lotNo", "l".repeat(64)))),
                refused("lotNo of 65", line(l -> l.put("lotNo", "l".repeat(65))), "/lines/0/lotNo", "too-long"),
                accepted("lotNo of 1", line(l -> l.put("lotNo", "1"))),
                accepted("reference of 64", with(d -> d.put("reference", id + "r".repeat(64 - id.length())))),
                refused("reference of 65", with(d -> d.put("reference", "r".repeat(65))), "/reference", "too-long"),
                accepted("issuer of 200", evidence("1", "i".repeat(200))),
                refused("issuer of 201", evidence("1", "i".repeat(201)), "/evidence/0/issuer", "too-long"),
                accepted("number of 64", evidence("n".repeat(64), "issuer")),
                refused("number of 65", evidence("n".repeat(65), "issuer"), "/evidence/0/number", "too-long"));
    }

    @TestFactory
    Stream<DynamicTest> shouldRefuseControlCharacters() {
        List<LimitCase> cases = new ArrayList<>();
        for (String control : List.of("\u0000", "\t", "\n", "\r", "\u001b", "\u007f", "\u0085", "\u009f")) {
            String name = "U+%04X".formatted((int) control.charAt(0));
            cases.add(refused(
                    name + " in product",
                    line(l -> l.put("product", "a" + control + "b")),
                    "/lines/0/product",
                    "control-character"));
            cases.add(refused(
                    name + " in reference", with(d -> d.put("reference", control)), "/reference", "control-character"));
        }
        return LimitCase.tests(enterprise, PATH, cases);
    }

    @TestFactory
    Stream<DynamicTest> shouldHoldQuantities() {
        List<LimitCase> cases = new ArrayList<>();
        for (String good : List.of("0.001", "1", "1.5", "1000000000000", "999999999999.999", "1.000000")) {
            cases.add(accepted("text " + good, quantity(good)));
        }
        for (String bad : List.of("0", "0.000", "-1", "-0.001", "1000000000000.001", "1000000000001", "1.2345")) {
            cases.add(refused("text " + bad, quantity(bad), QUANTITY, "quantity-value"));
        }
        for (String bad : List.of("", " 1", "1e3", "NaN", "1,5", "0x10", "+1", "9".repeat(21))) {
            cases.add(refused("text '" + bad + "'", quantity(bad), QUANTITY, "type"));
        }
        cases.add(accepted("number", line(l -> l.withObject("/quantity").put("value", 12.5))));
        cases.add(
                refused("number 0", line(l -> l.withObject("/quantity").put("value", 0)), QUANTITY, "quantity-value"));
        cases.add(refused(
                "unit of no table",
                line(l -> l.withObject("/quantity").put("unit", "PCS")),
                "/lines/0/quantity/unit",
                "unit-code"));
        cases.add(accepted("kilograms", line(l -> l.withObject("/quantity").put("unit", "KGM"))));
        return LimitCase.tests(enterprise, PATH, cases);
    }

    @TestFactory
    Stream<DynamicTest> shouldHoldAmounts() {
        List<LimitCase> cases = new ArrayList<>();
        for (String good : List.of("0", "0.01", "1", "1.5", "9999999999999", "9999999999999.99")) {
            cases.add(accepted("amount " + good, amount(good)));
        }
        for (String bad : List.of("10000000000000", "1.234", "1.", ".5", "-1", "+1", "1e3", "1,000", "", "1 ", "１")) {
            cases.add(refused("amount '" + bad + "'", amount(bad), AMOUNT, "amount"));
        }
        cases.add(refused("amount as number", line(l -> l.withObject("/value").put("amount", 5)), AMOUNT, "type"));
        for (String bad : List.of("usd", "US", "USDX", "QQQ", "")) {
            cases.add(refused(
                    "currency '" + bad + "'",
                    line(l -> l.withObject("/value").put("currency", bad)),
                    "/lines/0/value/currency",
                    "currency-code"));
        }
        return LimitCase.tests(enterprise, PATH, cases);
    }

    @TestFactory
    Stream<DynamicTest> shouldHoldHsCodes() {
        List<LimitCase> cases = new ArrayList<>();
        for (String good : List.of("960810", "96081000", "9608100000", "0101210010", "9701210000")) {
            cases.add(accepted("HS " + good, line(l -> l.put("hsCode", good))));
        }
        for (String bad : List.of("96081", "9608100", "960810000")) {
            cases.add(refused("HS " + bad, line(l -> l.put("hsCode", bad)), HS, "hs-code"));
        }
        for (String bad : List.of(
                "", "9608", "96081000001", "0001210000", "9801210000", "9901210000", "96O810", "９６０８１０", "9608.10")) {
            cases.add(refused("HS '" + bad + "'", line(l -> l.put("hsCode", bad)), HS, "hs-code"));
        }
        cases.add(refused("HS as number", line(l -> l.put("hsCode", 960810)), HS, "type"));
        return LimitCase.tests(enterprise, PATH, cases);
    }

    @Test
    void shouldSayThatALeadingZeroMayBeMissing() {
        Answer answer = enterprise
                .post(PATH, line(line -> line.put("hsCode", "10121001")))
                .expect(201);
        assertThat(answer.json().path("notices")).isNotEmpty();
        Answer refusal = enterprise
                .post(PATH, line(line -> line.put("hsCode", "101210010")))
                .expect(400);
        assertThat(refusal.text("/errors/0/detail")).containsIgnoringCase("leading zero");
    }

    @TestFactory
    Stream<DynamicTest> shouldHoldLines() {
        return tests(
                accepted("lineNo 1", numbered(1)),
                accepted("lineNo 999", numbered(999)),
                refused("lineNo 0", numbered(0), "/lines/0/lineNo", "min"),
                refused("lineNo -1", numbered(-1), "/lines/0/lineNo", "min"),
                refused("lineNo 1000", numbered(1000), "/lines/0/lineNo", "max"),
                refused("lineNo 1.5", line(l -> l.put("lineNo", 1.5)), "/lines/0/lineNo", "type"),
                refused("lineNo as text", line(l -> l.put("lineNo", "1")), "/lines/0/lineNo", "type"),
                refused("lineNo beyond int", line(l -> l.put("lineNo", 1L << 40)), "/lines/0/lineNo", "type"),
                accepted("two lines", numbered(1, 2)),
                refused("lineNo twice", numbered(1, 1), "/lines/1/lineNo", "line-no-unique"),
                refused("no line", numbered(), "/lines", "required"),
                accepted("200 lines", lines(200)),
                refused("201 lines", lines(201), "/lines", "size"),
                refused("items 0", line(l -> l.put("items", 0)), "/lines/0/items", "min"),
                accepted("items 1", line(l -> l.put("items", 1))));
    }

    @TestFactory
    Stream<DynamicTest> shouldHoldCodes() {
        List<LimitCase> cases = new ArrayList<>();
        for (String bad : List.of("de", "DEU", "XX", "XK", "D", "", "ＤＥ")) {
            cases.add(refused(
                    "destination '" + bad + "'", with(d -> d.put("destination", bad)), "/destination", "country-code"));
        }
        for (String bad : List.of("33022", "3302260", "990226", "33O226", "")) {
            cases.add(refused(
                    "area '" + bad + "'",
                    with(d -> d.put("placeOfProduction", bad)),
                    "/placeOfProduction",
                    "area-code"));
        }
        cases.add(accepted("area", with(d -> d.put("placeOfProduction", "331125"))));
        cases.add(accepted("zone of 3", with(d -> d.put("zoneCode", "abc"))));
        cases.add(accepted("zone of 64", with(d -> d.put("zoneCode", "z".repeat(64)))));
        for (String bad : List.of("ab", "z".repeat(65), "Abc", "1bc", "a_c")) {
            cases.add(refused("zone '" + bad + "'", with(d -> d.put("zoneCode", bad)), "/zoneCode", "zone-code"));
        }
        cases.add(refused(
                "wrong end",
                with(d -> d.put("consignor", CreditCode.wrongAtTheEnd("330226"))),
                "/consignor",
                "uscc-check-digit"));
        cases.add(refused(
                "wrong inside",
                with(d -> d.put("consignor", CreditCode.wrongInside("330226"))),
                "/consignor",
                "uscc-organization-check-digit"));
        cases.add(refused("17 characters", with(d -> d.put("consignor", uscc.substring(1))), "/consignor", "uscc"));
        cases.add(refused("purpose", with(d -> d.put("purpose", "FUN")), "/purpose", "unknown-value"));
        cases.add(refused("day", with(d -> d.put("shipmentDate", "2027-02-29")), "/shipmentDate", "date"));
        cases.add(refused("no destination", with(d -> d.remove("destination")), "/destination", "required"));
        cases.add(refused("null line", with(d -> d.putArray("lines").addNull()), "/lines/0", "required"));
        cases.add(refused("unknown field", with(d -> d.put("colour", "red")), "/colour", "unknown-field"));
        cases.add(refused(
                "unknown field of a line", line(l -> l.put("colour", "red")), "/lines/0/colour", "unknown-field"));
        return LimitCase.tests(enterprise, PATH, cases);
    }

    private Stream<DynamicTest> tests(LimitCase... cases) {
        return LimitCase.tests(enterprise, PATH, List.of(cases));
    }

    private ObjectNode with(Consumer<ObjectNode> change) {
        ObjectNode declaration = Samples.declaration(uscc);
        change.accept(declaration);
        return declaration;
    }

    private ObjectNode line(Consumer<ObjectNode> change) {
        return with(declaration ->
                change.accept((ObjectNode) declaration.path("lines").get(0)));
    }

    private ObjectNode quantity(String value) {
        return line(line -> line.withObject("/quantity").put("value", value));
    }

    private ObjectNode amount(String amount) {
        return line(line -> line.withObject("/value").put("amount", amount));
    }

    private ObjectNode evidence(String number, String issuer) {
        return with(declaration -> declaration
                .putArray("evidence")
                .addObject()
                .put("kind", "SELF_DECLARATION")
                .put("number", number)
                .put("issuer", issuer));
    }

    private ObjectNode numbered(int... lineNumbers) {
        return with(declaration -> {
            var lines = declaration.putArray("lines");
            for (int lineNo : lineNumbers) {
                lines.add(Samples.line(lineNo));
            }
        });
    }

    private ObjectNode lines(int count) {
        return numbered(IntStream.rangeClosed(1, count).toArray());
    }
}
