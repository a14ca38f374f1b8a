package org.qualityzones.system.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qualityzones.system.bench.Captured.Statement;

/**
 * A captured transaction as a script of {@code pgbench}: the same statements on the same tables with the same bytes.
 * What must differ from one run to the next does, as it does in the service: ids (from the transaction's time, so that
 * indexes grow at their right edge), numbers of a sequence, the idempotency key, the lot and the enterprise. What the
 * service sends as one batch goes as one pipeline; different statements go one by one, though the service may send several
 * of them together (ADR 0028), which the log does not tell.
 */
final class PgBenchScript {

    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
    private static final Pattern UUID7 =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern DIGEST = Pattern.compile("\\\\x[0-9a-f]{64}");
    private static final Pattern DECLARATION_NUMBER = Pattern.compile("(D\\d{4})\\d{10}");
    private static final Pattern LOT = Pattern.compile("B\\d{20}");
    private static final Pattern TEXTS = Pattern.compile("\\{[^\"].*\\}", Pattern.DOTALL);

    private static final Pattern QUERY = Pattern.compile("select ", Pattern.CASE_INSENSITIVE);

    /** What pgbench would take for a variable of its own. */
    private static final Pattern VARIABLE = Pattern.compile("(?<!:):[A-Za-z_]");

    private final List<String> enterprises;
    private final String captured;
    private final Map<String, Integer> ids = new HashMap<>();

    private PgBenchScript(List<String> enterprises, String captured) {
        this.enterprises = enterprises;
        this.captured = captured;
    }

    /**
     * The text of the script.
     *
     * @param enterprises among which each run chooses one
     * @param captured the one that the captured transaction was about
     */
    static String of(Captured transaction, List<String> enterprises, String captured) {
        return new PgBenchScript(enterprises, captured).text(transaction.statements());
    }

    private String text(List<Statement> statements) {
        StringBuilder script = new StringBuilder("\\set k random(1, 281474976710655)\n")
                .append("\\set n random(1, 9007199254740991)\n\\set u random(1, ")
                .append(enterprises.size())
                .append(")\n");
        for (int i = 0; i < statements.size(); i++) {
            boolean afterSame = i > 0 && same(statements, i - 1, i);
            boolean beforeSame = i + 1 < statements.size() && same(statements, i, i + 1);
            script.append(!afterSame && beforeSame ? "\\startpipeline\n" : "");
            script.append(line(statements.get(i))).append(";\n");
            script.append(afterSame && !beforeSame ? "\\endpipeline\n" : "");
        }
        return script.toString();
    }

    /** Only what changes something is ever sent as a batch: a query that is asked twice is answered twice. */
    private static boolean same(List<Statement> statements, int one, int other) {
        String sql = statements.get(one).sql();
        return !QUERY.matcher(sql).lookingAt()
                && sql.equals(statements.get(other).sql());
    }

    private String line(Statement statement) {
        String sql = statement.sql();
        if (VARIABLE.matcher(sql).find()) {
            throw new IllegalStateException("pgbench would take a part of this for a variable: " + sql);
        }
        if (sql.contains("pg_try_advisory_xact_lock($1)")) {
            return sql.replace("$1", "(:n)::bigint");
        }
        Matcher places = PLACE.matcher(sql);
        StringBuilder line = new StringBuilder();
        while (places.find()) {
            Integer place = Integer.valueOf(places.group(1));
            if (!statement.values().containsKey(place)) {
                throw new IllegalStateException("The log has no value of $" + place + ": " + sql);
            }
            places.appendReplacement(
                    line, Matcher.quoteReplacement(value(statement.values().get(place))));
        }
        return places.appendTail(line).toString();
    }

    private String value(String value) {
        if (value == null) {
            return "NULL";
        }
        if (UUID7.matcher(value).matches()) {
            return id(ids.computeIfAbsent(value, _ -> ids.size()));
        }
        if (DIGEST.matcher(value).matches()) {
            return "sha256(convert_to((:k)::text || ' ' || (:n)::text, 'UTF8'))";
        }
        Matcher number = DECLARATION_NUMBER.matcher(value);
        if (number.matches()) {
            return "('" + number.group(1) + "' || lpad(currval('declaration_number')::text, 10, '0'))";
        }
        if (LOT.matcher(value).matches()) {
            return "('B' || lpad((:n)::text, 20, '0'))";
        }
        if (TEXTS.matcher(value).matches() && value.indexOf('"') < 0 && namesWhatDiffers(value)) {
            return elements(value);
        }
        String text = value.contains(captured) && !value.startsWith("[") ? chosen(value) : literal(value);
        return TEXTS.matcher(value).matches() ? text + "::text[]" : text;
    }

    private static boolean namesWhatDiffers(String array) {
        return UUID7.matcher(array).find() || LOT.matcher(array).find();
    }

    private String elements(String array) {
        return Stream.of(array.substring(1, array.length() - 1).split(","))
                .map(this::value)
                .collect(Collectors.joining(", ", "ARRAY[", "]::text[]"));
    }

    private String chosen(String value) {
        StringBuilder text = new StringBuilder("(");
        String[] parts = value.split(Pattern.quote(captured), -1);
        for (int i = 0; i < parts.length; i++) {
            text.append(i == 0 ? "" : " || " + enterprise() + " || ").append(literal(parts[i]));
        }
        return text.append(')').toString();
    }

    private String enterprise() {
        return "(ARRAY['" + String.join("','", enterprises) + "'])[:u]";
    }

    private static String literal(String value) {
        String quoted = value.replace("'", "''");
        return VARIABLE.matcher(value).find()
                ? "U&'" + quoted.replace("\\", "\\\\").replace(":", "\\003A") + "'"
                : "'" + quoted + "'";
    }

    /** A UUID of version 7: the milliseconds of the transaction, then what tells one of its rows from another. */
    private static String id(int number) {
        return "(lpad(to_hex((extract(epoch from transaction_timestamp()) * 1000)::bigint), 12, '0') || '7"
                + String.format("%03x", number) + "8' || lpad(to_hex((:k)::bigint), 15, '0'))::uuid";
    }
}
