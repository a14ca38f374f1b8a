package org.qualityzones.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.qualityzones.facts.Facts;
import org.qualityzones.facts.FactsReader;

/** Facts from the short words of the golden tables. */
final class Given {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> CLASSES =
            Map.of("1", "CLASS_1", "2", "CLASS_2", "3", "CLASS_3", "4", "CLASS_4", "-", "UNCLASSIFIED");

    private final ObjectNode facts = JSON.createObjectNode();

    private Given() {
        group("line").put("hsCode", "9608100000").put("destination", "DE").put("date", "2026-11-21");
        group("line").put("lotSize", 50).put("valueUsdCents", 125_000);
        group("catalogue").withArrayProperty("conditions").add("B");
        group("catalogue").withArrayProperty("categories").add("N");
        facts.put("productRisk", "GENERAL");
        group("producer").put("class", "CLASS_3");
        facts.put("draw", DrawNumbers.ofDecimal("0.99"));
    }

    static Facts facts(String words) {
        Given given = new Given();
        for (String word : words.strip().split(" +")) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                given.word(word);
            } else {
                given.word(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        FactsReader.Reading reading = FactsReader.given(given.facts, Facts.DEFAULT);
        if (reading.facts() == null) {
            throw new IllegalArgumentException(words + ": " + reading.errors());
        }
        return reading.facts();
    }

    private void word(String word) {
        switch (word) {
            case "nonstat" -> facts.set("catalogue", JSON.createObjectNode());
            case "aid" -> group("line").put("purpose", "AID");
            case "psi" -> group("line").put("psiDestination", true);
            case "cert" -> group("line").put("certificateRequested", true);
            case "evidence" -> group("line").put("evidence", true);
            case "fee" -> group("line").put("feeWaived", true);
            case "direct" -> group("line").put("directReleaseRequested", true);
            case "approved" -> group("directRelease").put("approved", true);
            case "listed" -> group("directRelease").put("goodsListed", true);
            case "excluded" ->
                group("directRelease").withArrayProperty("exclusions").add("not-original-container");
            case "rectifying" -> group("producer").put("status", "RECTIFYING");
            case "deregistered" -> group("producer").put("status", "DEREGISTERED");
            case "unknown" -> group("producer").put("known", false);
            case "consignorUnknown" -> group("consignor").put("known", false);
            case "title" -> group("producer").withArrayProperty("titles").add("DEMONSTRATION");
            case "member" -> zone("PROVINCIAL/ACTIVE/9608");
            case "zoneExempt" -> zone("NATIONAL/ACTIVE/9608/9608/roll");
            case "ban" -> warning(3, "BAN");
            case "suspend" -> warning(3, "SUSPEND");
            case "failed" -> group("history").put("failedLots12m", 1);
            case "drawnBefore" -> group("history").put("lotDrawnBefore", true);
            default -> throw new IllegalArgumentException("No such word: " + word);
        }
    }

    private void word(String word, String value) {
        switch (word) {
            case "conditions" -> texts("catalogue", "conditions", value);
            case "categories" -> texts("catalogue", "categories", value);
            case "lot" -> group("line").set("lotSize", number(value));
            case "value" -> group("line").set("valueUsdCents", number(value));
            case "code" -> group("line").put("hsCode", value);
            case "class" -> group("producer").put("class", CLASSES.get(value));
            case "risk" -> facts.put("productRisk", value);
            case "credit" -> group("producer").put("creditLevel", value);
            case "consignorCredit" -> group("consignor").put("creditLevel", value);
            case "suspended" -> group("producer").put("suspension", value);
            case "consignorSuspended" -> group("consignor").put("suspension", value);
            case "registration" -> group("producer").put("limitedRegistration", value);
            case "open" -> group("producer").set("openCorrectiveActions", number(value));
            case "overdue" -> group("producer").set("overdueCorrectiveActions", number(value));
            case "penalties" -> group("producer").set("penalties24m", number(value));
            case "export" -> group("producer").set("exportUsd12m", number(value));
            case "certified" -> texts("producer", "certifications", value);
            case "pass" -> group("history").set("passPerMille12m", number(value));
            case "returns" -> group("history").set("returns12m", number(value));
            case "zone" -> zone(value);
            case "exemption" -> group("exemption").put("certificate", value);
            case "warn" -> {
                for (String level : value.split(",")) {
                    warning(Integer.parseInt(level), "TIGHTEN");
                }
            }
            case "sampling" -> group("history").put("sampling", value);
            case "campaign" -> group("campaign").put("id", "c-1").put("share", value);
            case "stale" -> {
                for (String group : value.split(",")) {
                    facts.withArrayProperty("stale").add(group);
                }
            }
            case "draw" -> facts.put("draw", value.equals("none") ? null : DrawNumbers.ofDecimal(value));
            default -> throw new IllegalArgumentException("No such word: " + word);
        }
    }

    private void zone(String value) {
        String[] parts = value.split("/");
        ObjectNode zone = facts.withArrayProperty("zones").addObject();
        zone.put("code", "some-zone").put("level", parts[0]).put("status", parts[1]);
        zone.withArrayProperty("hsPrefixes").add(parts[2]);
        if (parts.length > 3) {
            ObjectNode measure = zone.withArrayProperty("measures").addObject();
            measure.put("measure", "WHOLE_ZONE_EXEMPTION").put("onRoll", parts[4].equals("roll"));
            measure.withArrayProperty("hsPrefixes").add(parts[3]);
        }
    }

    private void warning(int level, String measure) {
        ArrayNode warnings = facts.withArrayProperty("warnings");
        warnings.addObject()
                .put("id", "w-" + warnings.size())
                .put("level", level)
                .put("measure", measure);
    }

    private void texts(String group, String field, String value) {
        group(group).withArrayProperty(field).removeAll().add(value);
    }

    private ObjectNode group(String name) {
        return facts.withObjectProperty(name);
    }

    private static JsonNode number(String value) {
        return value.equals("none") ? JSON.nullNode() : JSON.getNodeFactory().numberNode(Long.parseLong(value));
    }
}
