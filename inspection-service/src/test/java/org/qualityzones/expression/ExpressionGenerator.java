package org.qualityzones.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random expressions that mostly type-check: every operation, every kind of fact, nested comprehensions. */
final class ExpressionGenerator {

    private static final String BIG = "9223372036854775807";

    private final SplittableRandom random;
    private final List<String> zoneVariables = new ArrayList<>();
    private final List<String> warningVariables = new ArrayList<>();
    private final List<String> textVariables = new ArrayList<>();
    private int loops;
    private int names;

    ExpressionGenerator(SplittableRandom random) {
        this.random = random;
    }

    String bool(int depth) {
        if (depth == 0) {
            return boolLeaf();
        }
        return switch (random.nextInt(14)) {
            case 0, 1 -> "(" + bool(depth - 1) + " && " + bool(depth - 1) + ")";
            case 2, 3 -> "(" + bool(depth - 1) + " || " + bool(depth - 1) + ")";
            case 4 -> "!" + "(" + bool(depth - 1) + ")";
            case 5 -> "(" + bool(depth - 1) + " ? " + bool(depth - 1) + " : " + bool(depth - 1) + ")";
            case 6 -> "(" + number(depth - 1) + comparison() + number(depth - 1) + ")";
            case 7 -> "(" + text(depth - 1) + comparison() + text(depth - 1) + ")";
            case 8 -> text(depth - 1) + "." + pick("startsWith", "endsWith", "contains") + "(" + text(depth - 1) + ")";
            case 9 -> "(" + text(depth - 1) + " in " + texts(depth - 1) + ")";
            case 10 -> "(" + number(depth - 1) + " in [" + number(depth - 1) + ", " + number(depth - 1) + "])";
            case 11, 12 -> loop(depth - 1);
            default -> "(" + bool(depth - 1) + pick(" == ", " != ") + bool(depth - 1) + ")";
        };
    }

    private String boolLeaf() {
        return pick(
                "true",
                "false",
                "line.evidence",
                "line.certificateRequested",
                "producer.known",
                "param.on",
                "(campaign.id == null)",
                "(line.lotSize != null)",
                "('zones' in stale)",
                "(productRisk == 'HIGH')",
                "(producer.class in ['CLASS_1', 'CLASS_2'])",
                "(line.lotSize > 5)",
                "(campaign.id == 'c')");
    }

    private String number(int depth) {
        if (depth <= 0) {
            return pick(
                    "0",
                    "1",
                    "5",
                    "-3",
                    BIG,
                    "line.lotSize",
                    "line.valueUsdCents",
                    "campaign.share",
                    "param.limit",
                    "history.failedLots12m",
                    "producer.exportUsd12m",
                    warning(".level", "2"));
        }
        return switch (random.nextInt(7)) {
            case 0 -> "(" + number(depth - 1) + " + " + number(depth - 1) + ")";
            case 1 -> "(" + number(depth - 1) + " - " + number(depth - 1) + ")";
            case 2 -> "(" + number(depth - 1) + " * " + number(depth - 1) + ")";
            case 3 -> "(-" + number(0).replace("-", "") + ")";
            case 4 -> "size(" + texts(depth - 1) + ")";
            case 5 -> "size(" + text(depth - 1) + ")";
            default -> "(" + bool(depth - 1) + " ? " + number(depth - 1) + " : " + number(depth - 1) + ")";
        };
    }

    private String text(int depth) {
        if (depth <= 0) {
            return pick(
                    "'9608'",
                    "''",
                    "'中'",
                    "'B'",
                    "line.hsCode",
                    "producer.class",
                    "producer.creditLevel",
                    "productRisk",
                    "campaign.id",
                    "param.name",
                    zone(".level", "'z'"),
                    textVariables.isEmpty() ? "line.destination" : textVariables.getLast());
        }
        return random.nextInt(3) == 0
                ? "(" + text(depth - 1) + " + " + text(depth - 1) + ")"
                : "(" + bool(depth - 1) + " ? " + text(depth - 1) + " : " + text(depth - 1) + ")";
    }

    private String texts(int depth) {
        return switch (random.nextInt(depth <= 0 ? 4 : 6)) {
            case 0 -> "catalogue.conditions";
            case 1 -> "producer.titles";
            case 2 -> zone(".hsPrefixes", "catalogue.categories");
            case 3 -> "[" + text(0) + ", " + text(0) + "]";
            case 4 -> "(" + texts(depth - 1) + " + " + texts(depth - 1) + ")";
            default -> filter(depth - 1);
        };
    }

    private String filter(int depth) {
        if (loops == 3) {
            return "stale";
        }
        String list = texts(depth - 1);
        return loopOver(list, "filter", textVariables, depth);
    }

    private String loop(int depth) {
        if (loops == 3) {
            return boolLeaf();
        }
        String macro = pick("exists", "all", "exists_one");
        return switch (random.nextInt(3)) {
            case 0 -> loopOver("zones", macro, zoneVariables, depth);
            case 1 -> loopOver("warnings", macro, warningVariables, depth);
            default -> loopOver(texts(0), macro, textVariables, depth);
        };
    }

    private String loopOver(String list, String macro, List<String> variables, int depth) {
        loops++;
        String variable = "v" + names++;
        variables.add(variable);
        String body = bool(depth);
        variables.removeLast();
        loops--;
        return list + "." + macro + "(" + variable + ", " + body + ")";
    }

    private String zone(String member, String otherwise) {
        return zoneVariables.isEmpty() ? otherwise : zoneVariables.getLast() + member;
    }

    private String warning(String member, String otherwise) {
        return warningVariables.isEmpty() ? otherwise : warningVariables.getLast() + member;
    }

    private String comparison() {
        return pick(" == ", " != ", " < ", " <= ", " > ", " >= ");
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
