package org.qualityzones.system;

import static org.qualityzones.system.LimitCase.accepted;
import static org.qualityzones.system.LimitCase.refused;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.Client;
import org.qualityzones.system.client.CreditCode;
import org.qualityzones.system.client.Samples;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/** Every limit of an enterprise at, below and above its boundary, through the gateway. */
@Order(3)
@ExtendWith(SuiteExtension.class)
class EnterpriseLimitsST {

    private static final String PATH = "/api/v1/enterprises";

    private final Client bureau;

    EnterpriseLimitsST(SuiteUnderTest suite) {
        this.bureau = new Callers(suite).as("BUREAU");
    }

    @TestFactory
    Stream<DynamicTest> shouldHoldTextsToTheirLength() {
        return tests(List.of(
                accepted("name of 200", name("zh", "名".repeat(200))),
                refused("name of 201", name("zh", "名".repeat(201)), "/name/zh", "too-long"),
                accepted("English name of 200", name("en", "n".repeat(200))),
                refused("English name of 201", name("en", "n".repeat(201)), "/name/en", "too-long"),
                refused("no name", with(e -> e.putObject("name")), "/name", "at-least-one-name"),
                refused("name as text", with(e -> e.put("name", "Works")), "/name", "type"),
                accepted("address of 500", with(e -> e.put("address", "a".repeat(500)))),
                refused("address of 501", with(e -> e.put("address", "a".repeat(501))), "/address", "too-long"),
                refused("empty address", with(e -> e.put("address", "")), "/address", "blank"),
                refused("no address", with(e -> e.remove("address")), "/address", "required"),
                accepted("contact of 200", contact("c".repeat(200))),
                refused("contact of 201", contact("c".repeat(201)), "/contacts/0/name", "too-long"),
                refused("control character", with(e -> e.put("address", "a\u0000")), "/address", "control-character"),
                refused("control in a name", name("en", "a\u001bb"), "/name/en", "control-character")));
    }

    @TestFactory
    Stream<DynamicTest> shouldHoldCodes() {
        String good = CreditCode.random("330226");
        List<LimitCase> cases = new ArrayList<>(List.of(
                accepted("right code", with(e -> e.put("uscc", good))),
                refused("wrong end", uscc(CreditCode.wrongAtTheEnd("330226")), "/uscc", "uscc-check-digit"),
                refused(
                        "wrong inside",
                        uscc(CreditCode.wrongInside("330226")),
                        "/uscc",
                        "uscc-organization-check-digit"),
                refused("17 characters", uscc(good.substring(0, 17)), "/uscc", "uscc"),
                refused("19 characters", uscc(good + "0"), "/uscc", "uscc"),
                refused("small letters", uscc(good.toLowerCase(Locale.ROOT)), "/uscc", "uscc"),
                refused("the letter I", uscc("I" + good.substring(1)), "/uscc", "uscc"),
                refused("no code", with(e -> e.remove("uscc")), "/uscc", "required"),
                refused("code as number", with(e -> e.put("uscc", 91)), "/uscc", "type"),
                refused("unknown field", with(e -> e.put("class", "CLASS_1")), "/class", "unknown-field")));
        for (String bad : List.of("33022", "3302260", "000226", "993302", "33022a", "")) {
            cases.add(refused("area '" + bad + "'", with(e -> e.put("areaCode", bad)), "/areaCode", "area-code"));
        }
        return tests(cases);
    }

    private Stream<DynamicTest> tests(List<LimitCase> cases) {
        return LimitCase.tests(bureau, PATH, cases);
    }

    private static ObjectNode with(Consumer<ObjectNode> change) {
        ObjectNode enterprise = Samples.enterprise(CreditCode.random("330226"));
        change.accept(enterprise);
        return enterprise;
    }

    private static ObjectNode uscc(String code) {
        return with(enterprise -> enterprise.put("uscc", code));
    }

    private static ObjectNode name(String language, String text) {
        return with(enterprise -> enterprise.putObject("name").put(language, text));
    }

    private static ObjectNode contact(String name) {
        return with(enterprise -> enterprise.putArray("contacts").addObject().put("name", name));
    }
}
