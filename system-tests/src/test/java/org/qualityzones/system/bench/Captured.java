package org.qualityzones.system.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements of one transaction as PostgreSQL logged them ({@code log_statement = all}). */
record Captured(List<Statement> statements) {

    private static final Pattern ENTRY =
            Pattern.compile("^\\d{4}-\\d\\d-\\d\\d [^\\[]*\\[(\\d+)\\] (?:\\S+@\\S+ )?(LOG|DETAIL): {2}(.*)$");
    private static final Pattern EXECUTE = Pattern.compile("^(?:execute [^:]+|statement): (.*)$", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (?:'((?:[^']++|'')*+)'|NULL)");

    /**
     * One statement.
     *
     * @param sql with {@code $1} and so on
     * @param values of these, as text; null for NULL
     */
    record Statement(String sql, Map<Integer, String> values) {

        boolean is(String word) {
            return sql.equalsIgnoreCase(word);
        }
    }

    private record Entry(String process, boolean detail, StringBuilder text) {}

    /** The first transaction with this text in a statement that was committed in the part of the log behind the offset. */
    static Captured from(Path log, long offset, String marker) {
        return from(read(log, offset), marker);
    }

    static Captured from(String log, String marker) {
        Map<String, List<Statement>> open = new HashMap<>();
        for (Entry entry : entries(log)) {
            List<Statement> statements = open.computeIfAbsent(entry.process(), _ -> new ArrayList<>());
            if (entry.detail()) {
                bind(statements, entry.text().toString());
                continue;
            }
            Matcher execute = EXECUTE.matcher(entry.text());
            if (!execute.matches()) {
                continue;
            }
            Statement statement =
                    new Statement(execute.group(1).strip().replaceAll("\\s*\\R\\s*", " "), new HashMap<>());
            if (statement.is("begin")) {
                statements.clear();
            }
            statements.add(statement);
            if (statement.is("commit")
                    && statements.stream().anyMatch(one -> one.sql().contains(marker))) {
                return new Captured(List.copyOf(statements));
            }
        }
        throw new IllegalStateException("PostgreSQL's log holds no committed transaction with " + marker);
    }

    private static void bind(List<Statement> statements, String detail) {
        if (statements.isEmpty() || !detail.toLowerCase(Locale.ROOT).startsWith("parameters: ")) {
            return;
        }
        Matcher parameters = PARAMETER.matcher(detail);
        while (parameters.find()) {
            String quoted = parameters.group(2);
            statements
                    .getLast()
                    .values()
                    .put(Integer.parseInt(parameters.group(1)), quoted == null ? null : quoted.replace("''", "'"));
        }
    }

    private static List<Entry> entries(String log) {
        List<Entry> entries = new ArrayList<>();
        for (String line : log.split("\n")) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.matches()) {
                entries.add(
                        new Entry(entry.group(1), entry.group(2).equals("DETAIL"), new StringBuilder(entry.group(3))));
            } else if (!entries.isEmpty()) {
                entries.getLast().text().append('\n').append(line);
            }
        }
        return entries;
    }

    private static String read(Path log, long offset) {
        try (SeekableByteChannel channel = Files.newByteChannel(log)) {
            channel.position(offset);
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size() - offset));
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                continue;
            }
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
