package org.qualityzones.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.qualityzones.local.client.Gateway.Answer;
import org.qualityzones.local.client.SuiteException;

/** Four declarations, four outcomes. None of them rests on a draw. */
final class DeclarationsChapter {

    private static final String PENS = "9608100000";

    private final Stage stage;
    private final Cast cast;

    DeclarationsChapter(Stage stage) {
        this.stage = stage;
        this.cast = stage.cast();
    }

    Filed play() {
        Goods tools = goods(
                cast.exporters().getFirst(), "8458110090", "NC lathe CK6140 (sample)", "20", "H87", "900000.00", "M");
        Goods socks = goods(cast.sockMaker(), "6115950000", "cotton socks (sample)", "30000", "PR", "21000.00", "S");
        Goods pens = goods(cast.penMaker(), PENS, "ball point pens (sample)", "50000", "H87", "12500.00", "P");
        Goods held = goods(cast.suspended(), PENS, "ball point pens (sample)", "20000", "H87", "5000.00", "H");
        enterprises();
        awaitFacts(tools, socks, pens, held);
        return new Filed(
                declared("BUREAU_C", "EXEMPT", "a machine tool of an exporter on Shenyang's roll", tools),
                declared("BUREAU_B", "RELEASE", "socks, out of the catalogue since 2013", socks),
                declared(
                        "ENTERPRISE",
                        "SAMPLE",
                        "pens, statutory, an inspection certificate requested",
                        certified(pens)),
                declared("ENTERPRISE", "HOLD", "pens of a producer that may not apply for inspection", held));
    }

    private void enterprises() {
        stage.teller().step("Enterprises", "each registered by the bureau of its area");
        register(cast.trader(), "consigns the pens");
        register(cast.sockMaker(), "produces socks");
        register(cast.penMaker(), "produces pens");
        new ClassDesk(stage).classify(cast.penMaker(), "CLASS_1");
        register(cast.suspended(), "produces pens");
        suspend();
    }

    private void register(Cast.Sample sample, String part) {
        stage.register(sample);
        stage.teller().more("%-30s %s %s".formatted(sample.en(), sample.areaCode(), part));
    }

    private void suspend() {
        Answer enterprise = stage.enterprise(cast.suspended());
        JsonNode suspension = stage.suite()
                .transition(
                        "BUREAU",
                        Stage.ENTERPRISES + cast.suspended().uscc(),
                        enterprise.etag(),
                        Map.of(
                                "action",
                                "suspend",
                                "reason",
                                "Sample of the story: goods were replaced after inspection"))
                .expect(200)
                .body()
                .path("suspension");
        stage.teller()
                .more("%s is suspended, scope %s"
                        .formatted(
                                cast.suspended().en(), suspension.path("scope").asText()));
    }

    /**
     * Right after a first start nobody knows yet whether inspection-service has heard everything (heartbeats come every five
     * seconds), and what is not known to be current makes a decision DEGRADED. So the story waits for the facts, never for an
     * outcome.
     */
    private void awaitFacts(Goods tools, Goods socks, Goods pens, Goods held) {
        stage.teller()
                .more("evaluations, which file nothing, show when all these facts have reached the deciding service");
        stage.await(
                "inspection-service to hear from the owners of its facts",
                () -> stage.evaluateForNobody(pens),
                line -> line.path("basis").asText().equals("COMPLETE"));
        long zone = stage.suite()
                .get("BUREAU_C", "/api/v1/zones/" + Cast.ZONE)
                .expect(200)
                .body()
                .path("version")
                .asLong();
        stage.awaitFacts("the zone and the member in inspection-service", tools, line -> {
            JsonNode zones = line.at("/asOf/zones");
            return zones.path(Cast.ZONE).asLong() >= zone
                    && zones.has(Cast.ZONE + "/" + cast.exporters().getFirst().uscc());
        });
        awaitProducer(cast.exporters().getFirst(), tools);
        awaitProducer(cast.sockMaker(), socks);
        awaitProducer(cast.penMaker(), pens);
        awaitProducer(cast.suspended(), held);
    }

    private void awaitProducer(Cast.Sample sample, Goods goods) {
        long version = stage.version(sample);
        stage.awaitFacts(
                "the facts of " + sample.en() + " in inspection-service",
                goods,
                line -> line.at("/asOf/producer").asLong() >= version
                        && line.at("/asOf/consignor").asLong() > 0);
    }

    private JsonNode declared(String role, String outcome, String what, Goods goods) {
        stage.teller().step(outcome, what);
        Answer answer = stage.declare(role, goods);
        stage.teller()
                .more("%s, decided in %s (client's view)"
                        .formatted(answer.text("/declarationNo"), Teller.millis(answer.took())));
        answer.body().path("lines").forEach(stage.teller()::decision);
        if (!answer.text("/outcome").equals(outcome)) {
            throw new SuiteException("The story expected " + outcome + " for " + what);
        }
        return answer.body();
    }

    private Goods goods(
            Cast.Sample producer, String hsCode, String product, String quantity, String unit, String usd, String lot) {
        boolean penFactory = hsCode.equals(PENS);
        return new Goods(
                penFactory ? cast.trader().uscc() : producer.uscc(),
                producer.uscc(),
                hsCode,
                product,
                quantity,
                unit,
                usd,
                lot + "-" + cast.run(),
                false);
    }

    private static Goods certified(Goods goods) {
        return new Goods(
                goods.consignor(),
                goods.producer(),
                goods.hsCode(),
                goods.product(),
                goods.quantity(),
                goods.unit(),
                goods.usd(),
                goods.lotNo(),
                true);
    }
}
