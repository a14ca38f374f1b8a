package org.qualityzones.reference;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;

/** One row of an import file; its readers refuse a bad cell with a problem that names the column. */
public final class CsvRow {

    private static final int MAX_TEXT = 500;

    private final List<String> header;
    private final String[] cells;

    CsvRow(List<String> header, String[] cells) {
        this.header = header;
        this.cells = cells;
    }

    /** The cell, stripped; null when it is empty. */
    public String optional(String column) {
        String cell = cells[header.indexOf(column)];
        String stripped = cell == null ? "" : cell.strip();
        if (stripped.length() > MAX_TEXT || stripped.chars().anyMatch(Character::isISOControl)) {
            throw invalid(column, "text", "at most " + MAX_TEXT + " characters, none of them a control character");
        }
        return stripped.isEmpty() ? null : stripped;
    }

    public String required(String column) {
        String cell = optional(column);
        if (cell == null) {
            throw invalid(column, "required", "a value is needed");
        }
        return cell;
    }

    /** The cell when it has the form; the hint says what the form is. */
    public String matching(String column, String form, String code, String hint) {
        String cell = required(column);
        if (!cell.matches(form)) {
            throw invalid(column, code, hint);
        }
        return cell;
    }

    /** One of the choices in capitals, or null when the cell is empty. */
    public String choice(String column, Set<String> choices) {
        String cell = optional(column);
        if (cell != null && !choices.contains(cell.toUpperCase(Locale.ROOT))) {
            throw invalid(
                    column,
                    "unknown-value",
                    "one of " + choices.stream().sorted().toList());
        }
        return cell == null ? null : cell.toUpperCase(Locale.ROOT);
    }

    public LocalDate day(String column) {
        LocalDate day = optionalDay(column);
        if (day == null) {
            throw invalid(column, "required", "a day such as 2026-11-21 is needed");
        }
        return day;
    }

    public LocalDate optionalDay(String column) {
        String cell = optional(column);
        try {
            return cell == null ? null : LocalDate.parse(cell);
        } catch (DateTimeException e) {
            throw invalid(column, "date", "a day such as 2026-11-21 is needed");
        }
    }

    /** The last day of a period, not before its first; null when open. */
    public LocalDate until(String column, LocalDate from) {
        LocalDate until = optionalDay(column);
        if (until != null && until.isBefore(from)) {
            throw invalid(column, "period", "the last day lies before the first, " + from);
        }
        return until;
    }

    public Problem invalid(String column, String code, String detail) {
        return Problems.invalid("/" + column, code, column + ": " + detail);
    }
}
