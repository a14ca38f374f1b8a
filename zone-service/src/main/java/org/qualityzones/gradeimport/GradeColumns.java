package org.qualityzones.gradeimport;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Columns of a CSV file of grades; headings are parted by spaces. */
final class GradeColumns {
    static final List<String> NAMES = List.of(
            "code",
            "nameZh",
            "nameEn",
            "areaCode",
            "industryZh",
            "industryEn",
            "hsPrefixes",
            "level",
            "gradedFrom",
            "gradedUntil",
            "provenance",
            "source");

    private GradeColumns() {}

    static void put(ObjectNode row, String column, String cell) {
        switch (column) {
            case "nameZh" -> row.withObject("/name").put("zh", cell);
            case "nameEn" -> row.withObject("/name").put("en", cell);
            case "industryZh" -> row.withObject("/industry").put("zh", cell);
            case "industryEn" -> row.withObject("/industry").put("en", cell);
            case "hsPrefixes" -> {
                ArrayNode headings = row.putArray(column);
                for (String heading : cell.split("\\s+", -1)) {
                    headings.add(heading);
                }
            }
            default -> row.put(column, cell);
        }
    }
}
