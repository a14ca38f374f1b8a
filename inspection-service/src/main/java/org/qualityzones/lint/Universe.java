package org.qualityzones.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.qualityzones.expression.Expression;
import org.qualityzones.expression.FactKind;
import org.qualityzones.facts.Facts;
import org.qualityzones.facts.FactsReader;
import org.qualityzones.ruleset.Effect;
import org.qualityzones.ruleset.RuleSet;

/**
 * The values of each fact between which a rule set can tell: every choice, and for numbers, codes and lists the ones it
 * compares with and their neighbours. Lists of zones and warnings have at most two elements, of different kinds.
 */
public final class Universe {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,10}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final String HS_CODE = "9608100000";
    private static final int ALL_SUBSETS = 4;
    private static final int MOST_PAIRS = 200;
    private static final int MOST_ELEMENTS = 100;

    private final Map<String, List<JsonNode>> values = new LinkedHashMap<>();
    private final Map<String, FactKind> kinds = new LinkedHashMap<>();
    private final boolean exact;

    private Universe(Map<String, SortedSet<String>> constants, boolean exact) {
        this.exact = exact;
        for (FactKind kind : FactKind.ALL) {
            kinds.put(kind.name(), kind);
            values.put(kind.name(), values(kind, constants.getOrDefault(kind.name(), new TreeSet<>()), constants));
        }
    }

    public static Universe of(RuleSet ruleSet) {
        Map<String, SortedSet<String>> constants = new LinkedHashMap<>();
        List<Expression> expressions = expressions(ruleSet).toList();
        expressions.forEach(expression -> expression.hints().constants().forEach((fact, known) -> constants
                .computeIfAbsent(fact, _ -> new TreeSet<>())
                .addAll(known)));
        return new Universe(
                constants,
                expressions.stream().allMatch(expression -> expression.hints().exact()));
    }

    static Stream<Expression> expressions(RuleSet ruleSet) {
        return Stream.of(
                        ruleSet.definitions().stream().map(definition -> definition.value()),
                        ruleSet.steps().stream().map(step -> step.when()),
                        ruleSet.rules().stream().map(rule -> rule.when()),
                        ruleSet.rules().stream()
                                .flatMap(rule -> rule.then().stream())
                                .filter(Effect.FromMatrix.class::isInstance)
                                .map(Effect.FromMatrix.class::cast)
                                .flatMap(cell -> Stream.of(cell.producerClass(), cell.risk())))
                .flatMap(all -> all);
    }

    /** Whether no other value of a fact can make a difference, lists of three and more aside. */
    public boolean isExact() {
        return exact;
    }

    /** Values of a fact between which the rules can tell. */
    public List<JsonNode> values(String fact) {
        return values.get(fact);
    }

    /** A document of facts: what is given, and for a line what every declaration has. */
    static ObjectNode document(Map<String, JsonNode> given) {
        ObjectNode document = JSON.createObjectNode();
        document.putObject("line")
                .put("hsCode", HS_CODE)
                .put("destination", "DE")
                .put("date", "2026-11-21")
                .put("lotSize", 500)
                .put("valueUsdCents", 1_250_000);
        given.forEach((name, value) -> {
            int dot = name.indexOf('.');
            if (dot < 0) {
                document.set(name, value);
            } else {
                document.withObjectProperty(name.substring(0, dot)).set(name.substring(dot + 1), value);
            }
        });
        return document;
    }

    /** The facts of a document that this class made. */
    static Facts facts(ObjectNode document) {
        FactsReader.Reading reading = FactsReader.given(document, Facts.DEFAULT);
        if (reading.facts() == null) {
            throw new IllegalStateException(document + ": " + reading.errors());
        }
        return reading.facts();
    }

    private List<JsonNode> values(FactKind kind, SortedSet<String> constants, Map<String, SortedSet<String>> all) {
        return switch (kind.type()) {
            case FLAG -> List.of(NODES.booleanNode(false), NODES.booleanNode(true));
            case NUMBER -> numbers(kind, constants, 0);
            case NUMBER_OR_NULL -> {
                List<JsonNode> numbers = new ArrayList<>(numbers(kind, constants, 1));
                numbers.add(NODES.nullNode());
                yield numbers;
            }
            case TEXT -> texts(kind, constants);
            case TEXT_OR_NULL -> {
                List<JsonNode> texts = new ArrayList<>(List.of(NODES.nullNode(), NODES.textNode("X-1")));
                constants.forEach(constant -> texts.add(NODES.textNode(constant)));
                yield texts;
            }
            case TEXTS -> lists(kind, constants);
            case ZONES -> pairs(zones(constants, codes(all.getOrDefault("line.hsCode", new TreeSet<>()))));
            case WARNINGS -> pairs(warnings());
        };
    }

    private static List<JsonNode> numbers(FactKind kind, SortedSet<String> constants, long least) {
        long most = most(kind.name());
        SortedSet<Long> cuts = new TreeSet<>(Set.of(least, least + 1, Math.min(most, 1_000L)));
        constants.stream()
                .filter(constant -> NUMBER.matcher(constant).matches())
                .map(Long::valueOf)
                .forEach(cut -> cuts.addAll(List.of(cut - 1, cut, cut + 1)));
        return cuts.stream()
                .filter(cut -> cut >= least && cut <= most)
                .map(cut -> (JsonNode) NODES.numberNode(cut))
                .toList();
    }

    private static long most(String fact) {
        return switch (fact) {
            case "history.passPerMille12m" -> 1_000;
            case "campaign.share" -> 1_000_000;
            default -> 1_000_000_000_000L;
        };
    }

    private static List<JsonNode> texts(FactKind kind, SortedSet<String> constants) {
        if (!kind.domain().isEmpty()) {
            return nodes(kind.domain());
        }
        return switch (kind.name()) {
            case "line.hsCode" -> nodes(codes(constants));
            case "line.destination" ->
                nodes(with("DE", constants.stream().filter(text -> COUNTRY.matcher(text)
                        .matches())));
            case "line.date" -> nodes(with("2026-11-21", constants.stream().flatMap(Universe::days)));
            default -> nodes(with("X-1", constants.stream()));
        };
    }

    /** A day, the one before and the one after; none when it is no day. */
    private static Stream<String> days(String text) {
        if (!DAY.matcher(text).matches()) {
            return Stream.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text);
            return Stream.of(day, day.minusDays(1), day.plusDays(1)).map(LocalDate::toString);
        } catch (DateTimeException _) {
            return Stream.empty();
        }
    }

    /** Codes of ten digits that begin or end with the digits that are mentioned, and one under none. */
    private static Set<String> codes(SortedSet<String> constants) {
        return with(
                HS_CODE,
                Stream.concat(
                        constants.stream()
                                .filter(text -> DIGITS.matcher(text).matches())
                                .flatMap(digits -> Stream.of(
                                        (digits + "0000000000").substring(0, 10),
                                        HS_CODE.substring(digits.length()) + digits)),
                        Stream.of("0101210010")));
    }

    private static Set<String> with(String first, Stream<String> more) {
        Set<String> texts = new LinkedHashSet<>();
        texts.add(first);
        more.forEach(texts::add);
        return texts;
    }

    private static List<JsonNode> lists(FactKind kind, SortedSet<String> constants) {
        List<String> words = new ArrayList<>(kind.domain().isEmpty() ? constants : kind.domain());
        words.removeIf(String::isEmpty);
        List<JsonNode> lists = new ArrayList<>();
        if (words.size() <= ALL_SUBSETS) {
            for (int subset = 0; subset < 1 << words.size(); subset++) {
                ArrayNode list = NODES.arrayNode();
                for (int i = 0; i < words.size(); i++) {
                    if ((subset & 1 << i) != 0) {
                        list.add(words.get(i));
                    }
                }
                lists.add(list);
            }
        } else {
            lists.add(NODES.arrayNode());
            words.forEach(word -> lists.add(NODES.arrayNode().add(word)));
            ArrayNode all = NODES.arrayNode();
            words.forEach(all::add);
            lists.add(all);
        }
        if (kind.domain().isEmpty()) {
            lists.add(NODES.arrayNode().add("OTHER"));
        }
        return lists;
    }

    private static List<JsonNode> zones(SortedSet<String> constants, Set<String> hsCodes) {
        ArrayNode industry = NODES.arrayNode();
        hsCodes.forEach(code -> industry.add(code.substring(0, 4)));
        Set<String> measures = new LinkedHashSet<>(List.of("WHOLE_ZONE_EXEMPTION"));
        List<String> levels = List.of("NATIONAL", "PROVINCIAL", "NONE");
        List<String> statuses =
                List.of("ACTIVE", "UNDER_REVIEW", "RECTIFYING", "SUSPENDED", "CULTIVATING", "EXPIRED", "REVOKED");
        constants.stream()
                .filter(text -> text.matches("[A-Z][A-Z_]+") && !levels.contains(text) && !statuses.contains(text))
                .forEach(measures::add);
        List<JsonNode> zones = new ArrayList<>();
        for (String level : mentioned(levels, constants)) {
            for (String status : mentioned(statuses, constants)) {
                ObjectNode zone = NODES.objectNode();
                zone.put("code", "zone")
                        .put("level", level)
                        .put("status", status)
                        .set("hsPrefixes", industry);
                zones.add(zone);
                for (String measure : measures) {
                    zones.add(with(zone, measure, industry, true));
                    zones.add(with(zone, measure, industry, false));
                    zones.add(with(zone, measure, NODES.arrayNode(), true));
                }
                zones.add(zone.deepCopy().set("hsPrefixes", NODES.arrayNode()));
            }
        }
        return zones.stream().limit(MOST_ELEMENTS).toList();
    }

    private static ObjectNode with(ObjectNode zone, String measure, ArrayNode prefixes, boolean onRoll) {
        ObjectNode copy = zone.deepCopy();
        ObjectNode added = copy.putArray("measures").addObject();
        added.put("measure", measure).put("onRoll", onRoll).set("hsPrefixes", prefixes);
        return copy;
    }

    /** The choices that rules name, and one that they do not. */
    private static List<String> mentioned(List<String> domain, SortedSet<String> constants) {
        List<String> named =
                new ArrayList<>(domain.stream().filter(constants::contains).toList());
        domain.stream()
                .filter(choice -> !constants.contains(choice))
                .findFirst()
                .ifPresent(named::addFirst);
        return named;
    }

    private static List<JsonNode> warnings() {
        List<JsonNode> warnings = new ArrayList<>();
        for (int level = 3; level >= 1; level--) {
            for (String measure : List.of("TIGHTEN", "SUSPEND", "BAN")) {
                warnings.add(
                        NODES.objectNode().put("id", "w").put("level", level).put("measure", measure));
            }
        }
        return warnings;
    }

    private static List<JsonNode> pairs(List<JsonNode> elements) {
        List<JsonNode> lists = new ArrayList<>();
        lists.add(NODES.arrayNode());
        elements.forEach(element -> lists.add(NODES.arrayNode().add(numbered(element, 1))));
        int pairs = 0;
        for (int i = 0; i < elements.size() && pairs < MOST_PAIRS; i++) {
            for (int j = i + 1; j < elements.size() && pairs < MOST_PAIRS; j++) {
                lists.add(NODES.arrayNode().add(numbered(elements.get(i), 1)).add(numbered(elements.get(j), 2)));
                pairs++;
            }
        }
        return lists;
    }

    private static JsonNode numbered(JsonNode element, int number) {
        ObjectNode copy = element.deepCopy();
        String key = copy.has("code") ? "code" : "id";
        return copy.put(key, copy.path(key).asText() + "-" + number);
    }

    private static List<JsonNode> nodes(Iterable<String> texts) {
        List<JsonNode> nodes = new ArrayList<>();
        texts.forEach(text -> nodes.add(NODES.textNode(text)));
        return nodes;
    }
}
