package org.qualityzones.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.qualityzones.web.codes.Codes;
import org.qualityzones.web.codes.UsccRules;

/** Reads the row of a table's CSV file; each column has its form, whatever the table. */
final class ReferenceCells {

    private static final Set<String> PROVENANCES = Set.of("FOUND", "SEED", "CONFIGURED");
    private static final Set<String> FEES = Set.of(ReferenceTable.EXPORT_INSPECTION_FEE);
    private static final int MAX_NUMBER = 64;

    private ReferenceCells() {}

    /**
     * A row as it is kept.
     *
     * @param subkey empty where the table has none
     * @param value empty where the table has none
     */
    record Cells(
            String key,
            String subkey,
            String value,
            LocalDate validFrom,
            LocalDate validUntil,
            String provenance,
            String source) {

        /** What names the row in the outcome of an import. */
        String id() {
            return subkey.isEmpty() ? key : key + "/" + subkey;
        }
    }

    static Cells read(ReferenceTable table, CsvRow row) {
        LocalDate from = row.day("validFrom");
        return new Cells(
                cell(row, table.keyColumn()),
                cell(row, table.subkeyColumn()),
                cell(row, table.valueColumn()),
                from,
                row.until("validUntil", from),
                provenance(row),
                row.required("source"));
    }

    private static String cell(CsvRow row, String column) {
        return switch (column) {
            case "" -> "";
            case "currency" -> checked(row, column, Codes::isCurrency, "currency-code", "a code of ISO 4217, EUR");
            case "country" -> checked(row, column, Codes::isCountry, "country-code", "a code of ISO 3166-1, DE");
            case "hsPrefix" -> checked(row, column, Codes::isHsPrefix, "hs-prefix", "2, 4, 6, 8 or 10 digits");
            case "fee" -> checked(row, column, FEES::contains, "unknown-value", "one of " + FEES);
            case "number" ->
                checked(
                        row,
                        column,
                        text -> text.length() <= MAX_NUMBER,
                        "text",
                        "at most " + MAX_NUMBER + " characters");
            case "usdPerUnit" -> rate(row, column);
            case "uscc" -> uscc(row, column);
            default -> row.required(column);
        };
    }

    private static String checked(CsvRow row, String column, Predicate<String> form, String code, String hint) {
        String cell = row.required(column);
        if (!form.test(cell)) {
            throw row.invalid(column, code, hint);
        }
        return cell;
    }

    /** Greater than 0 and below 1,000, at most 10 decimals: the greatest declared value stays within 64 bits of cents. */
    private static String rate(CsvRow row, String column) {
        String hint = "a decimal greater than 0 and below 1000 with at most 10 places, such as 1.0825";
        String cell = row.matching(column, "[0-9]{1,3}(\\.[0-9]{1,10})?", "decimal", hint);
        if (new BigDecimal(cell).signum() == 0) {
            throw row.invalid(column, "decimal", hint);
        }
        return cell;
    }

    private static String uscc(CsvRow row, String column) {
        String cell = row.required(column);
        Optional<String> violation = UsccRules.violation(cell);
        if (violation.isPresent()) {
            throw row.invalid(column, violation.get(), "a unified social credit code (GB 32100)");
        }
        return cell;
    }

    private static String provenance(CsvRow row) {
        row.required("provenance");
        return row.choice("provenance", PROVENANCES);
    }
}
