package org.qualityzones.alertimport;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * One row of a table: repaired text, blanks collapsed, by column.
 *
 * @param repaired whether any cell was put right
 */
record FileRow(Map<String, String> cells, boolean repaired) {

    private static final Pattern BLANKS = Pattern.compile("(?U)[\\s\\p{Cntrl}]+");

    /** The cell, or null where it is empty or absent. */
    String text(String column) {
        String cell = cells.get(column);
        return cell == null || cell.isEmpty() ? null : cell;
    }

    String textOr(String column, String other) {
        String cell = text(column);
        return cell == null ? other : cell;
    }

    static String collapse(String cell) {
        return BLANKS.matcher(cell).replaceAll(" ").strip();
    }
}
