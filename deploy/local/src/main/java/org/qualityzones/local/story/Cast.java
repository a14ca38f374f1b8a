package org.qualityzones.local.story;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who plays in the story. None of these enterprises exists. Those whose standing the story changes are new in each run, so
 * that it can be told again on the same stack.
 */
final class Cast {

    static final String ZONE = "shenyang-machine-tools";
    private static final int EXPORTERS = 17;
    private static final int RUN_ID_DIGITS = 8;

    private final String run =
            UUID.randomUUID().toString().substring(0, RUN_ID_DIGITS).toUpperCase(Locale.ROOT);
    private final Sample trader;
    private final Sample sockMaker;
    private final Sample penMaker;
    private final Sample suspended;
    private final Sample toyMaker;
    private final List<Sample> exporters;

    /** A sample enterprise, and the client of the bureau that supervises it. */
    record Sample(String bureau, String uscc, String zh, String en, String areaCode) {

        Map<String, Object> registration() {
            return Map.of(
                    "uscc",
                    uscc,
                    "name",
                    Map.of("zh", zh, "en", en + " (fictitious)"),
                    "areaCode",
                    areaCode,
                    "address",
                    "Sample Road 1, an address that does not exist");
        }

        String csvRow() {
            return String.join(",", uscc, zh, en + " (fictitious)", areaCode, "Sample Road 1");
        }
    }

    Cast(Map<String, String> env, CreditCodes codes) {
        trader = new Sample(
                "BUREAU", env.get("CLIENT_ENTERPRISE_USCC"), "宁海示例文具有限公司", "Ninghai Sample Stationery", "330226");
        sockMaker =
                new Sample("BUREAU_B", codes.of("330681", "sock maker"), "诸暨示例袜业有限公司", "Zhuji Sample Socks", "330681");
        penMaker = new Sample("BUREAU", codes.of("330226", "pens " + run), "宁海示例制笔厂", "Ninghai Sample Pens", "330226");
        suspended = new Sample(
                "BUREAU",
                codes.of("330226", "suspended " + run),
                "宁海示例停检笔厂",
                "Ninghai Suspended Sample Pens",
                "330226");
        toyMaker = new Sample("BUREAU_B", codes.of("331125", "toys " + run), "云和示例玩具厂", "Yunhe Sample Toys", "331125");
        exporters = IntStream.rangeClosed(1, EXPORTERS)
                .mapToObj(number -> new Sample(
                        "BUREAU_C",
                        codes.of("210106", "machine tools " + number),
                        "沈阳示例机床厂" + number,
                        "Shenyang Sample Machine Tools " + number,
                        "210106"))
                .toList();
    }

    /** Tells this run from others; in the numbers of its lots. */
    String run() {
        return run;
    }

    /** Consigns what the pen makers produce; the enterprise that the demo client ENTERPRISE acts for. */
    Sample trader() {
        return trader;
    }

    Sample sockMaker() {
        return sockMaker;
    }

    Sample penMaker() {
        return penMaker;
    }

    Sample suspended() {
        return suspended;
    }

    Sample toyMaker() {
        return toyMaker;
    }

    /** The seventeen exporters of the Shenyang zone: the number is a fact (2013), they are not. */
    List<Sample> exporters() {
        return exporters;
    }

    /** Everybody that another system wants to hear about. */
    List<String> watched() {
        return Stream.of(exporters.getFirst(), sockMaker, penMaker, suspended, toyMaker)
                .map(Sample::uscc)
                .toList();
    }
}
