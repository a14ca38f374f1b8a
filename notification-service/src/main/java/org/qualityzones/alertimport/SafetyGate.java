package org.qualityzones.alertimport;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qualityzones.alert.AlertBody;
import org.qualityzones.alert.AlertFlag;
import org.qualityzones.alert.AlertSource;
import org.qualityzones.alert.NewAlert;
import org.qualityzones.contracts.AlertState;
import org.qualityzones.web.Problems;

/**
 * EU Safety Gate, today's alert numbers. The file tells no day: published is the first day of the number's year. The
 * number's letters tell the level: A11, A12, SR serious; OR, B other.
 */
final class SafetyGate implements TableFormat {

    private static final Pattern NUMBER = Pattern.compile("([A-Z]+\\d*)/(\\d+)/(\\d{2})");
    private static final Set<String> SERIOUS = Set.of("A11", "A12", "SR");
    private static final int CENTURY = 2000;

    @Override
    public Set<String> columns() {
        return Set.of(
                "alert_number",
                "product_name",
                "brand",
                "product_category",
                "product_description",
                "country_of_origin",
                "notifying_country",
                "risk_type",
                "risk_description",
                "measures_authorities",
                "barcode");
    }

    @Override
    public NewAlert alert(FileRow row) {
        String number = row.textOr("alert_number", "");
        Matcher form = NUMBER.matcher(number);
        if (!form.matches()) {
            throw Problems.invalid("/alert_number", "alert-number", "An alert number is like A12/00123/24");
        }
        Instant published = LocalDate.of(CENTURY + Integer.parseInt(form.group(3)), 1, 1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return new NewAlert(
                AlertSource.EU_SAFETY_GATE,
                number,
                published,
                Countries.origin(row.text("country_of_origin")),
                body(row, SERIOUS.contains(form.group(1)) ? "SERIOUS" : "UNKNOWN"),
                row.repaired() ? List.of(AlertFlag.TEXT_REPAIRED) : List.of(),
                null);
    }

    private static AlertBody body(FileRow row, String level) {
        String category = row.textOr("product_category", "Unknown");
        String danger = row.textOr("risk_type", "Unknown");
        return new AlertBody(
                Countries.code(row.text("notifying_country")),
                new AlertState.Product(
                        category,
                        row.textOr("product_name", category),
                        row.text("brand"),
                        row.textOr("model_type_number", row.text("product_description")),
                        Words.barcodes(row.text("barcode")),
                        null),
                null,
                null,
                new AlertState.Risk(Words.riskTypes(danger), level, row.textOr("risk_description", danger)),
                Words.listOf(row.text("measures_authorities")),
                row.text("case_url"),
                null);
    }
}
