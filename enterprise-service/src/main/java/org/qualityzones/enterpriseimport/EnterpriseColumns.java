package org.qualityzones.enterpriseimport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Columns of a CSV file of enterprises. */
final class EnterpriseColumns {
    static final List<String> NAMES = List.of("uscc", "nameZh", "nameEn", "areaCode", "address");

    private EnterpriseColumns() {}

    static void put(ObjectNode row, String column, String cell) {
        switch (column) {
            case "nameZh" -> row.withObject("/name").put("zh", cell);
            case "nameEn" -> row.withObject("/name").put("en", cell);
            default -> row.put(column, cell);
        }
    }
}
