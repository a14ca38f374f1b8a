package org.qualityzones.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qualityzones.facts.CanonicalJson;
import org.qualityzones.facts.Facts;
import org.qualityzones.ruleset.Outcome;
import org.qualityzones.ruleset.RuleSet;

class ReplayTest {

    private static final UUID EARLIER = UUID.fromString("0193a1c2-0000-7000-8000-000000000001");
    private static final DecisionContext CONTEXT = new DecisionContext(
            UUID.fromString("0193a1c2-0000-7000-8000-000000000002"),
            UUID.fromString("0193a1c2-0000-7000-8000-000000000003"),
            7,
            Instant.parse("2026-11-21T08:30:00.123456Z"),
            new AsOf(7L, 8L, Map.of("some-zone", 12L, "some-zone/9133", 3L), Map.of("w-1", 1L)),
            LocalDate.of(2026, 11, 21),
            new Draw.Inherited(EARLIER, 2, LocalDate.of(2026, 10, 1)),
            DecisionContext.Cause.AMENDED,
            EARLIER);

    private static final Outcome[] OVERRIDING = {
        Outcome.RELEASE, Outcome.VERIFY, Outcome.SAMPLE, Outcome.FULL_INSPECTION, Outcome.HOLD
    };

    private final Facts facts = Given.facts("class=2 member draw=0.05");
    private final DecisionRecord record =
            DecisionEngine.decide(facts, Shipped.RULES, CONTEXT).record();

    @Test
    void shouldGiveTheSameBytesFromWhatWasStored() {
        assertThat(DecisionEngine.replay(facts.bytes(), record.bytes(), record.digest(), Shipped.RULES)
                        .identical())
                .isTrue();
    }

    @Test
    void shouldBeCanonicalJson() throws Exception {
        var tree = new com.fasterxml.jackson.databind.ObjectMapper().readTree(record.bytes());
        assertThat(CanonicalJson.bytes(tree)).isEqualTo(record.bytes());
        assertThat(tree.path("draw").path("inheritedFrom").path("date").asText())
                .isEqualTo("2026-10-01");
        assertThat(tree.path("asOf").path("zones").path("some-zone/9133").asInt())
                .isEqualTo(3);
        assertThat(tree.path("factsDigest").asText()).isEqualTo(facts.digest());
        assertThat(tree.path("ruleSet").path("digest").asText()).isEqualTo(Shipped.RULES.digest());
    }

    @Test
    void shouldFollowThePublishedSchema() throws Exception {
        JsonSchema schema = schema();
        assertThat(schema.validate(text(record), InputFormat.JSON)).isEmpty();
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 200; i++) {
            DecisionRecord any =
                    Shipped.decide(FactSpace.at(FactSpace.random(random))).record();
            assertThat(schema.validate(text(any), InputFormat.JSON)).isEmpty();
        }
    }

    private static JsonSchema schema() throws IOException {
        try (var in = RuleSet.class.getResourceAsStream("/rulesets/decision-record-1.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        }
    }

    private static String text(DecisionRecord made) {
        return new String(made.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void shouldNameTheFirstDifferenceOfATamperedRecord() {
        String text = new String(record.bytes(), StandardCharsets.UTF_8);
        byte[] tampered = text.replace("\"outcome\":\"SAMPLE\"", "\"outcome\":\"RELEASE\"")
                .getBytes(StandardCharsets.UTF_8);
        Replay replay = DecisionEngine.replay(facts.bytes(), tampered, record.digest(), Shipped.RULES);
        assertThat(replay.identical()).isFalse();
        assertThat(replay.differences())
                .containsExactly(new Replay.Difference("/outcome", "\"RELEASE\"", "\"SAMPLE\""));
    }

    @Test
    void shouldNameTheDifferenceThatTamperedFactsMake() {
        Facts others = Given.facts("class=1 member draw=0.05");
        Replay replay = DecisionEngine.replay(others.bytes(), record.bytes(), record.digest(), Shipped.RULES);
        assertThat(replay.identical()).isFalse();
        assertThat(replay.differences()).extracting(Replay.Difference::pointer).contains("/factsDigest", "/mode");
    }

    @Test
    void shouldSeeATamperedContextByTheDigest() {
        byte[] tampered = new String(record.bytes(), StandardCharsets.UTF_8)
                .replace("\"lineNo\":7", "\"lineNo\":8")
                .getBytes(StandardCharsets.UTF_8);
        Replay replay = DecisionEngine.replay(facts.bytes(), tampered, record.digest(), Shipped.RULES);
        assertThat(replay.identical()).isFalse();
        assertThat(replay.differences()).extracting(Replay.Difference::pointer).containsExactly("/digest");
    }

    @Test
    void shouldSeeSpacesThatMeanNothing() {
        byte[] spaced = (" " + new String(record.bytes(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        assertThat(DecisionEngine.replay(facts.bytes(), spaced, record.digest(), Shipped.RULES)
                        .identical())
                .isFalse();
        byte[] facsimile = (new String(facts.bytes(), StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8);
        assertThat(DecisionEngine.replay(facsimile, record.bytes(), record.digest(), Shipped.RULES)
                        .differences())
                .extracting(Replay.Difference::pointer)
                .containsExactly("/factsDigest");
    }

    @Test
    void shouldReplayADecisionByOverride() throws Exception {
        SplittableRandom random = new SplittableRandom(23);
        JsonSchema schema = schema();
        for (int i = 0; i < 300; i++) {
            Facts any = FactSpace.at(FactSpace.random(random));
            Outcome outcome = OVERRIDING[random.nextInt(OVERRIDING.length)];
            Decision decision = DecisionEngine.decide(any, Shipped.RULES, overridden(outcome));
            DecisionRecord made = decision.record();

            assertThat(decision.outcome()).isEqualTo(outcome);
            assertThat(decision.decidedBy()).isEqualTo(Decision.OVERRIDE);
            assertThat(decision.reasons().getLast().citations()).isNotEmpty();
            assertThat(decision.samplingPlans().isEmpty())
                    .isEqualTo(!outcome.inspected() || any.line().lotSize() == null);
            assertThat(decision.basis() == Basis.COMPLETE)
                    .isEqualTo(decision.missingFacts().isEmpty());
            assertThat(DecisionEngine.replay(any.bytes(), made.bytes(), made.digest(), Shipped.RULES)
                            .identical())
                    .isTrue();
            var tree = new com.fasterxml.jackson.databind.ObjectMapper().readTree(made.bytes());
            assertThat(CanonicalJson.bytes(tree)).isEqualTo(made.bytes());
            assertThat(schema.validate(text(made), InputFormat.JSON)).isEmpty();
        }
    }

    @Test
    void shouldLeaveTheRecordOfWhatRulesDecideAsItWas() {
        assertThat(text(record)).doesNotContain("override");
    }

    @Test
    void shouldNameWhatWasTamperedWithInAnOverride() {
        DecisionRecord made = DecisionEngine.decide(facts, Shipped.RULES, overridden(Outcome.HOLD))
                .record();
        byte[] tampered = text(made)
                .replace("\"outcome\":\"HOLD\"", "\"outcome\":\"RELEASE\"")
                .getBytes(StandardCharsets.UTF_8);
        Replay replay = DecisionEngine.replay(facts.bytes(), tampered, made.digest(), Shipped.RULES);
        assertThat(replay.identical()).isFalse();
        byte[] another =
                text(made).replace("proposedBy=inspector", "proposedBy=bureau").getBytes(StandardCharsets.UTF_8);
        assertThat(DecisionEngine.replay(facts.bytes(), another, made.digest(), Shipped.RULES)
                        .differences())
                .extracting(Replay.Difference::pointer)
                .containsExactly("/digest");
    }

    private static DecisionContext overridden(Outcome outcome) {
        return new DecisionContext(
                CONTEXT.id(),
                CONTEXT.declarationId(),
                CONTEXT.lineNo(),
                CONTEXT.decidedAt(),
                CONTEXT.asOf(),
                CONTEXT.drawDate(),
                CONTEXT.inheritedFrom(),
                DecisionContext.Cause.OVERRIDE,
                EARLIER,
                new Overruling(EARLIER, outcome, "inspector", "bureau", "sha-256:" + "0a".repeat(32)));
    }

    @Test
    void shouldNeverThrowForWhatTheStoreHolds() {
        SplittableRandom random = new SplittableRandom(17);
        DecisionRecord override = DecisionEngine.decide(facts, Shipped.RULES, overridden(Outcome.SAMPLE))
                .record();
        for (int i = 0; i < 3_000; i++) {
            byte[] damagedRecord = damaged(random.nextBoolean() ? record.bytes() : override.bytes(), random);
            byte[] damagedFacts = random.nextBoolean() ? facts.bytes() : damaged(facts.bytes(), random);
            Replay replay = DecisionEngine.replay(damagedFacts, damagedRecord, record.digest(), Shipped.RULES);
            assertThat(replay.identical()).isFalse();
            assertThat(replay.differences()).isNotEmpty();
        }
        for (String text : new String[] {"", "null", "[]", "1", "{}", "\"x\"", "{\"draw\":{\"inheritedFrom\":{}}}"}) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(DecisionEngine.replay(facts.bytes(), bytes, "x", Shipped.RULES)
                            .identical())
                    .isFalse();
            assertThat(DecisionEngine.replay(bytes, record.bytes(), "x", Shipped.RULES)
                            .identical())
                    .isFalse();
        }
    }

    /** One byte changed, or the end cut off; never the same bytes. */
    private static byte[] damaged(byte[] bytes, SplittableRandom random) {
        if (random.nextInt(4) == 0) {
            return java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        byte[] copy = bytes.clone();
        copy[random.nextInt(copy.length)] ^= (byte) (1 + random.nextInt(127));
        return copy;
    }
}
