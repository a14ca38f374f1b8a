package org.qualityzones.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * One thread through the whole house: zones loaded, an enterprise registered, its facts travel by event, a declaration is
 * decided with reasons, a subscriber is told by a signed webhook, the decision computes the same again.
 */
public final class ThreadStory {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int RUN_ID_DIGITS = 8;

    private final Map<String, String> env;
    private final Path root;
    private final Teller teller;
    private final Gateway gateway;
    private final String run =
            UUID.randomUUID().toString().substring(0, RUN_ID_DIGITS).toUpperCase(Locale.ROOT);

    /** @param root folder of the project, for the register of zones */
    public ThreadStory(Map<String, String> env, Path root, PrintStream out) {
        this.env = env;
        this.root = root;
        this.teller = new Teller(out);
        this.gateway = new Gateway(env);
    }

    /** Plays it; every call is a real one. */
    public void play() {
        teller.say(
                "\nOne thread through the house (enterprises and catalogue entries are samples and say so in their data)");
        try (Subscriber subscriber = Subscriber.listen()) {
            zones();
            catalogue();
            subscribe(subscriber);
            awaitCurrentCopies();
            long registered = System.nanoTime();
            long version = enterprise(registered);
            JsonNode declaration = declare(version);
            told(subscriber, declaration);
            replay(declaration);
        } catch (IOException e) {
            throw new StoryException("The subscriber of the story finds no free port of 18090-18099", e);
        }
    }

    private void zones() {
        JsonNode job = gateway.upload(
                "AUTHORITY",
                "/api/v1/zones/imports",
                "text/csv",
                read(root.resolve("zone-service/src/main/resources/reference/national-zones-2013.csv")));
        JsonNode register = gateway.getPublic("/public/v1/zones?level=NATIONAL&limit=200")
                .expect(200)
                .body()
                .path("items");
        teller.step(
                "Zones",
                "the nine national zones of the first batch: %d rows imported, the public register lists %d"
                        .formatted(job.at("/progress/done").asInt(), register.size()));
        for (JsonNode zone : register) {
            teller.more("%-26s %s  %s, graded from %s"
                    .formatted(
                            zone.path("code").asText(),
                            zone.path("areaCode").asText(),
                            zone.at("/industry/en").asText(),
                            zone.path("gradedFrom").asText()));
        }
    }

    private void catalogue() {
        JsonNode job = gateway.upload("AUTHORITY", "/api/v1/catalogue/imports", "text/csv", resource("catalogue.csv"));
        JsonNode toys = gateway.get("INTEGRATOR", "/api/v1/catalogue/9503008900?asOf=2013-08-01T00:00:00Z")
                .expect(200)
                .body();
        JsonNode today = gateway.get("INTEGRATOR", "/api/v1/catalogue/9503008900")
                .expect(200)
                .body();
        long destinations = referenceTable("psi-destinations");
        long periods = referenceTable("fee-periods");
        teller.step(
                "Catalogue",
                "%d dated sample entries imported, version %d; other toys (9503008900): statutory on 2013-08-01 %s, today %s"
                        .formatted(
                                job.at("/progress/done").asInt(),
                                today.path("version").asLong(),
                                toys.path("statutory").asBoolean() ? "yes" : "no",
                                today.path("statutory").asBoolean() ? "yes" : "no"));
        teller.more("reference tables: %d destinations under pre-shipment inspection, %d fee period"
                .formatted(destinations, periods));
    }

    /** Imports a table that inspection-service ships as a file; answers its number of rows. */
    private long referenceTable(String table) {
        return gateway.upload(
                        "AUTHORITY",
                        "/api/v1/reference-tables/" + table + "/imports",
                        "text/csv",
                        read(root.resolve("inspection-service/src/main/resources/reference/" + table + ".csv")))
                .at("/progress/done")
                .asLong();
    }

    private void subscribe(Subscriber subscriber) {
        Gateway.Answer answer = gateway.post(
                        "INTEGRATOR",
                        "/api/v1/subscriptions",
                        Map.of(
                                "channel",
                                "WEBHOOK",
                                "target",
                                subscriber.target(),
                                "filter",
                                Map.of(
                                        "types",
                                        List.of(
                                                "org.qualityzones.declaration.decided.v1",
                                                "org.qualityzones.declaration.clearance-changed.v1"),
                                        "uscc",
                                        List.of(env.get("CLIENT_ENTERPRISE_USCC")))))
                .expect(201);
        subscriber.trust(answer.text("/secret"));
        teller.step(
                "Subscriber",
                "another government system subscribes to decisions about one enterprise, webhooks to "
                        + subscriber.target());
    }

    private long enterprise(long begun) {
        String uscc = env.get("CLIENT_ENTERPRISE_USCC");
        Gateway.Answer answer = gateway.post(
                        "BUREAU",
                        "/api/v1/enterprises",
                        Map.of(
                                "uscc",
                                uscc,
                                "name",
                                Map.of("zh", "宁海示例文具有限公司", "en", "Ninghai Sample Stationery Co., Ltd. (fictitious)"),
                                "areaCode",
                                "330226",
                                "address",
                                "Sample Road 1, Ninghai"))
                .expect(201, 409);
        Gateway.Answer enterprise =
                gateway.get("BUREAU", "/api/v1/enterprises/" + uscc).expect(200);
        long version = enterprise.body().path("version").asLong();
        awaitCopy(uscc, version);
        Duration travelled = Duration.ofNanos(System.nanoTime() - begun);
        teller.step(
                "Enterprise",
                answer.status() == 201
                        ? "%s registered by its bureau in %s, class %s; inspection-service knew it %s after the call began"
                                .formatted(
                                        uscc,
                                        Teller.millis(answer.took()),
                                        enterprise.text("/class"),
                                        Teller.millis(travelled))
                        : "%s is registered since an earlier run (version %d, class %s)"
                                .formatted(uscc, version, enterprise.text("/class")));
        return version;
    }

    /**
     * Right after a first start nobody knows yet whether inspection-service has heard everything (heartbeats come every five
     * seconds), and what is not known to be current makes a decision DEGRADED.
     */
    private void awaitCurrentCopies() {
        Map<String, Object> known = Map.of("producer", Map.of(), "consignor", Map.of());
        Map<String, Object> question = Map.of(
                "declaration",
                declaration(env.get("CLIENT_ENTERPRISE_USCC"), "ASK-" + run),
                "facts",
                known,
                "draw",
                "0.5");
        Patience.until(
                PATIENCE,
                "inspection-service to hear from the owners of its facts",
                () -> gateway.post("AUDITOR", "/api/v1/decisions/evaluations", question)
                        .expect(200),
                answer -> answer.text("/lines/0/basis").equals("COMPLETE"));
    }

    /** The facts travel by event; asking "what would be decided" shows when they have arrived. */
    private void awaitCopy(String uscc, long version) {
        Map<String, Object> question = Map.of("declaration", declaration(uscc, "ASK-" + run), "draw", "0.5");
        Patience.until(
                PATIENCE,
                "the facts of " + uscc + " in inspection-service",
                () -> gateway.post("AUDITOR", "/api/v1/decisions/evaluations", question)
                        .expect(200),
                answer -> answer.body().at("/lines/0/asOf/producer").asLong() >= version);
    }

    private JsonNode declare(long version) {
        String uscc = env.get("CLIENT_ENTERPRISE_USCC");
        Gateway.Answer answer = gateway.post("ENTERPRISE", "/api/v1/declarations", declaration(uscc, "L-" + run))
                .expect(201);
        teller.step(
                "Declaration",
                "%s filed by the enterprise, certificate requested: decided %s in %s (client's view), on version %d of its facts"
                        .formatted(
                                answer.text("/declarationNo"),
                                answer.text("/outcome"),
                                Teller.millis(answer.took()),
                                version));
        answer.body().path("lines").forEach(teller::decision);
        JsonNode decision = answer.body().at("/lines/0/decision");
        teller.more("trace of %d rules, rule set %s, digest %s"
                .formatted(
                        decision.path("trace").size(),
                        decision.at("/ruleSet/version").asText(),
                        decision.path("digest").asText()));
        return answer.body();
    }

    private void told(Subscriber subscriber, JsonNode declaration) {
        String id = declaration.path("id").asText();
        long answered = System.nanoTime();
        Subscriber.Webhook webhook = subscriber.await(
                "of the decision " + id,
                found -> found.type().equals("org.qualityzones.declaration.decided.v1")
                        && found.data().path("subject").asText().equals(id));
        teller.step(
                "Webhook",
                "%s, signature verified by the subscriber's own code, %s"
                        .formatted(
                                webhook.type(),
                                webhook.at() <= answered
                                        ? "there before the answer was printed"
                                        : Teller.millis(Duration.ofNanos(webhook.at() - answered))
                                                + " after the answer"));
        teller.more("webhook-id " + webhook.id() + ", feed position "
                + webhook.data().path("feedPosition").asLong() + ", refused signatures " + subscriber.refusedCount());
    }

    private void replay(JsonNode declaration) {
        String id = declaration.at("/lines/0/decision/id").asText();
        JsonNode replay = gateway.post("AUDITOR", "/api/v1/decisions/" + id + "/replays", Map.of())
                .expect(200)
                .body();
        teller.step(
                "Replay",
                "computed again from the stored facts: identical %s, digest %s"
                        .formatted(
                                replay.path("identical").asBoolean(),
                                replay.path("digest")
                                                .asText()
                                                .equals(declaration
                                                        .at("/lines/0/decision/digest")
                                                        .asText())
                                        ? "the same"
                                        : replay.path("digest").asText()));
        if (!replay.path("identical").asBoolean()) {
            throw new StoryException("The replay differs: " + replay.path("differences"));
        }
    }

    private static Map<String, Object> declaration(String uscc, String lotNo) {
        return Map.of(
                "consignor",
                uscc,
                "destination",
                "DE",
                "purpose",
                "GENERAL_TRADE",
                "certificateRequested",
                true,
                "shipmentDate",
                LocalDate.now(SHANGHAI).plusDays(10).toString(),
                "lines",
                List.of(Map.of(
                        "lineNo",
                        1,
                        "hsCode",
                        "9608100000",
                        "product",
                        "ball point pens",
                        "quantity",
                        Map.of("value", "50000", "unit", "H87"),
                        "value",
                        Map.of("amount", "12500.00", "currency", "USD"),
                        "lotNo",
                        lotNo)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The story needs " + file, e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = ThreadStory.class.getResourceAsStream("/story/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The story needs " + name, e);
        }
    }
}
