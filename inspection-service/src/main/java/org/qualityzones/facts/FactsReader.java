package org.qualityzones.facts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.qualityzones.sampling.SamplingState;

/** Reads facts strictly: unknown fields, wrong types and values out of range are errors, absent fields take their default. */
public final class FactsReader {

    private static final ObjectReader JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .reader();
    private static final long WHOLE = 1_000_000;
    private static final long MAX_LOT = 1_000_000_000_000L;
    private static final Pattern HS_CODE = Pattern.compile("[0-9]{6}([0-9]{2}([0-9]{2})?)?");
    private static final Pattern HS_PREFIX = Pattern.compile("[0-9]{2}([0-9]{2}){0,4}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern DRAW = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern SHARE = Pattern.compile("0(\\.[0-9]{1,6})?|1(\\.0{1,6})?");
    private static final Pattern STALE = Pattern.compile("producer|consignor|zones|warnings");

    private FactsReader() {}

    /** Facts as stored. */
    public static Reading stored(byte[] json) {
        try {
            return given(JSON.readTree(json), Facts.DEFAULT);
        } catch (IOException e) {
            return new Reading(null, List.of(new FactError("", "json", String.valueOf(e.getMessage()))));
        }
    }

    /**
     * Given facts laid over those on record, group by group; within a given group an absent field takes its default, but
     * the code, destination and date of the line, which the declaration itself states.
     */
    public static Reading given(JsonNode given, Facts onRecord) {
        List<FactError> errors = new ArrayList<>();
        Fields fields = Fields.of(given, "", errors);
        Facts facts = new Facts(
                group(fields, "line", onRecord.line(), line -> line(line, onRecord.line())),
                group(fields, "catalogue", onRecord.catalogue(), FactsReader::catalogue),
                fields.choice("productRisk", ProductRisk.class, onRecord.productRisk()),
                group(fields, "producer", onRecord.producer(), FactsReader::producer),
                group(fields, "consignor", onRecord.consignor(), FactsReader::consignor),
                fields.node("zones") == null ? onRecord.zones() : fields.objects("zones", FactsReader::zone),
                group(fields, "exemption", onRecord.exemption(), FactsReader::exemption),
                fields.node("warnings") == null
                        ? onRecord.warnings()
                        : fields.objects("warnings", FactsReader::warning),
                group(fields, "history", onRecord.history(), FactsReader::history),
                group(fields, "campaign", onRecord.campaign(), FactsReader::campaign),
                group(fields, "directRelease", onRecord.directRelease(), FactsReader::directRelease),
                stale(fields, onRecord, errors),
                fields.node("draw") == null ? onRecord.draw() : fields.text("draw", DRAW));
        fields.close();
        return errors.isEmpty() ? new Reading(facts, List.of()) : new Reading(null, List.copyOf(errors));
    }

    private static <T> T group(Fields facts, String name, T onRecord, Function<Fields, T> reader) {
        return facts.node(name) == null ? onRecord : facts.nested(name, reader);
    }

    private static Line line(Fields line, Line onRecord) {
        String hsCode = line.text("hsCode", HS_CODE);
        String destination = line.text("destination", COUNTRY);
        LocalDate date = date(line);
        return new Line(
                hsCode == null ? onRecord.hsCode() : hsCode,
                destination == null ? onRecord.destination() : destination,
                line.choice("purpose", Line.Purpose.class, Line.Purpose.GENERAL_TRADE),
                line.flag("certificateRequested", false),
                line.flag("directReleaseRequested", false),
                line.flag("evidence", false),
                line.flag("psiDestination", false),
                line.flag("feeWaived", false),
                line.number("lotSize", null, MAX_LOT),
                line.number("valueUsdCents", line.isNull("valueUsdCents") ? null : 0L, Fields.MAX_INTEGER),
                date == null ? onRecord.date() : date);
    }

    private static LocalDate date(Fields line) {
        String text = line.text("date", null);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException _) {
            return line.wrong("date", "date", "A date such as 2026-11-21 is expected", null);
        }
    }

    private static Facts.Catalogue catalogue(Fields catalogue) {
        return new Facts.Catalogue(
                catalogue.texts("conditions"), catalogue.texts("categories"), catalogue.text("version", null));
    }

    private static Producer producer(Fields producer) {
        return new Producer(
                producer.flag("known", true),
                producer.choice("status", PartyStatus.class, PartyStatus.ACTIVE),
                producer.choice("suspension", Suspension.class, Suspension.NONE),
                producer.choice("class", Producer.ProducerClass.class, Producer.ProducerClass.UNCLASSIFIED),
                producer.choice("creditLevel", CreditLevel.class, CreditLevel.UNRATED),
                producer.texts("titles"),
                producer.choice(
                        "limitedRegistration", Producer.LimitedRegistration.class, Producer.LimitedRegistration.NONE),
                producer.number("penalties12m"),
                producer.number("penalties24m"),
                producer.number("exportUsd12m"),
                producer.texts("certifications"),
                producer.number("openCorrectiveActions"),
                producer.number("overdueCorrectiveActions"));
    }

    private static Consignor consignor(Fields consignor) {
        return new Consignor(
                consignor.flag("known", true),
                consignor.choice("status", PartyStatus.class, PartyStatus.ACTIVE),
                consignor.choice("suspension", Suspension.class, Suspension.NONE),
                consignor.choice("creditLevel", CreditLevel.class, CreditLevel.UNRATED));
    }

    private static Zone zone(Fields zone) {
        return new Zone(
                textOr(zone, "code", ""),
                zone.choice("level", Zone.Level.class, Zone.Level.NONE),
                zone.choice("status", Zone.Status.class, Zone.Status.ACTIVE),
                zone.texts("hsPrefixes", HS_PREFIX),
                zone.objects("measures", FactsReader::measure));
    }

    private static Zone.Measure measure(Fields measure) {
        return new Zone.Measure(
                textOr(measure, "measure", Zone.Measure.WHOLE_ZONE_EXEMPTION),
                measure.texts("hsPrefixes", HS_PREFIX),
                measure.flag("onRoll", false));
    }

    private static Exemption exemption(Fields exemption) {
        return new Exemption(
                exemption.choice("certificate", Exemption.State.class, Exemption.State.NONE),
                exemption.text("number", null));
    }

    private static Warning warning(Fields warning) {
        long level = warning.number("level");
        if (level < 1 || level > 3) {
            warning.wrong("level", "range", "1 (gravest) to 3 is expected", null);
        }
        return new Warning(
                textOr(warning, "id", ""),
                (int) level,
                warning.choice("measure", Warning.Measure.class, Warning.Measure.TIGHTEN));
    }

    private static History history(Fields history) {
        return new History(
                history.choice("sampling", SamplingState.class, SamplingState.NORMAL),
                history.number("lots12m"),
                history.number("failedLots12m"),
                history.number("passPerMille12m", 1000L, 1000),
                history.number("returns12m"),
                history.number("notifications12m"),
                history.flag("lotDrawnBefore", false));
    }

    private static Campaign campaign(Fields campaign) {
        return new Campaign(campaign.text("id", null), share(campaign));
    }

    /** Millionths as an integer, or the share itself as a decimal text. */
    private static Long share(Fields campaign) {
        JsonNode node = campaign.node("share");
        if (node == null || !node.isTextual()) {
            return campaign.number("share", null, WHOLE);
        }
        String text = campaign.text("share", SHARE);
        return text.isEmpty() ? null : new BigDecimal(text).movePointRight(6).longValueExact();
    }

    private static Facts.DirectRelease directRelease(Fields directRelease) {
        return new Facts.DirectRelease(
                directRelease.flag("approved", false),
                directRelease.flag("goodsListed", false),
                directRelease.texts("exclusions"));
    }

    private static List<String> stale(Fields fields, Facts onRecord, List<FactError> errors) {
        if (fields.node("stale") == null) {
            return onRecord.stale();
        }
        List<String> groups = fields.texts("stale");
        for (int i = 0; i < groups.size(); i++) {
            if (!STALE.matcher(groups.get(i)).matches()) {
                errors.add(new FactError("/stale/" + i, "choice", "One of " + STALE.pattern() + " is expected"));
            }
        }
        return groups;
    }

    private static String textOr(Fields fields, String name, String absent) {
        String text = fields.text(name, null);
        return text == null ? absent : text;
    }

    /**
     * @param facts null when there are errors
     * @param errors empty when all was read
     */
    public record Reading(Facts facts, List<FactError> errors) {}
}
