package org.qualityzones.alertimport;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
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
 * Weekly overviews of RAPEX, 2009 to 2012. Where the file says how a reference was rebuilt ({@code refnr_method}), the
 * sure ones are taken; where it does not, only a reference that has kept its form is, and none is guessed. Published on
 * the Friday of the report's ISO week.
 */
final class RapexWeekly implements TableFormat {

    private static final Set<String> SURE = Set.of("as-is", "excel-fraction", "excel-date");
    private static final Pattern WHOLE = Pattern.compile("(?:A\\d{1,2}/+)?(\\d{4}/\\d{2})\\.?");
    private static final String METHOD = "refnr_method";
    private static final int FRIDAY = 5;

    @Override
    public Set<String> columns() {
        return Set.of(
                "report_year",
                "report_week",
                "refnr",
                "country",
                "danger_short",
                "measures",
                "descript_category",
                "countryoforigin",
                "descript_product",
                "descript_type",
                "descript_descr",
                "descript_brand");
    }

    @Override
    public NewAlert alert(FileRow row) {
        boolean rebuilt = row.cells().containsKey(METHOD);
        String reference = rebuilt ? sure(row) : whole(row.text("refnr"));
        List<AlertFlag> flags = new ArrayList<>();
        if (reference == null) {
            flags.add(rebuilt ? AlertFlag.REFERENCE_UNSURE : AlertFlag.REFERENCE_DAMAGED);
        }
        if (row.repaired()) {
            flags.add(AlertFlag.TEXT_REPAIRED);
        }
        return new NewAlert(
                AlertSource.EU_SAFETY_GATE,
                reference,
                published(row),
                Countries.origin(row.text("countryoforigin")),
                body(row),
                flags,
                ContentKeys.of(
                        row,
                        "report_year",
                        "report_week",
                        "country",
                        "descript_category",
                        "descript_product",
                        "descript_type",
                        "descript_brand"));
    }

    private static String sure(FileRow row) {
        return SURE.contains(row.textOr(METHOD, "")) ? row.text("refnr_rebuilt") : null;
    }

    private static String whole(String reference) {
        Matcher form = WHOLE.matcher(reference == null ? "" : reference);
        return form.matches() ? form.group(1) : null;
    }

    private static Instant published(FileRow row) {
        try {
            int week = Integer.parseInt(row.textOr("report_week", ""));
            return LocalDate.of(Integer.parseInt(row.textOr("report_year", "")), 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                    .with(java.time.temporal.ChronoField.DAY_OF_WEEK, FRIDAY)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        } catch (NumberFormatException | DateTimeException _) {
            throw Problems.invalid("/report_week", "week", "report_year and report_week name no week");
        }
    }

    private static AlertBody body(FileRow row) {
        String category = row.textOr("descript_category", "Unknown");
        String type = row.text("descript_type");
        String danger = row.textOr("danger_short", "Unknown");
        return new AlertBody(
                Countries.code(row.text("country")),
                new AlertState.Product(
                        category,
                        row.textOr("descript_product", category),
                        row.text("descript_brand"),
                        type,
                        Words.barcodes(type),
                        null),
                null,
                null,
                new AlertState.Risk(
                        Words.riskTypes(row.text("danger_short")), "SERIOUS", row.textOr("descript_descr", danger)),
                Words.listOf(row.text("measures")),
                null,
                row.text("refnr"));
    }
}
