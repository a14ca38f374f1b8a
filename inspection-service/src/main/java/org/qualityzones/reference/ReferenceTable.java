package org.qualityzones.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The dated tables, each with the columns of its CSV file before {@code validFrom,validUntil,provenance,source}. */
public enum ReferenceTable {
    /** Units of US dollars for one unit of a currency, a decimal. */
    EXCHANGE_RATES("exchange-rates", "currency", "", "usdPerUnit"),
    /** Periods in which the statutory export inspection fee is waived; the value is the instrument. */
    FEE_PERIODS("fee-periods", "fee", "", "instrument"),
    /** Destinations under pre-shipment inspection. */
    PSI_DESTINATIONS("psi-destinations", "country", "", ""),
    /** Headings under a registration regime limited in time; the value is the instrument. */
    REGISTRATION_REGIMES("registration-regimes", "hsPrefix", "", "instrument"),
    /** Producers registered under such a regime; the value is the registration number. */
    REGISTRATIONS("registrations", "uscc", "hsPrefix", "number"),
    /** Third parties whose reports are accepted. */
    LISTED_THIRD_PARTIES("listed-third-parties", "issuer", "", ""),
    /** Producers approved for direct release at the port of exit. */
    DIRECT_RELEASE_APPROVALS("direct-release-approvals", "uscc", "", ""),
    /** Goods that may be released directly. */
    DIRECT_RELEASE_GOODS("direct-release-goods", "hsPrefix", "", "");

    /** Key of the fee that decisions ask about. */
    public static final String EXPORT_INSPECTION_FEE = "export-inspection";

    private final String slug;
    private final String keyColumn;
    private final String subkeyColumn;
    private final String valueColumn;

    ReferenceTable(String slug, String keyColumn, String subkeyColumn, String valueColumn) {
        this.slug = slug;
        this.keyColumn = keyColumn;
        this.subkeyColumn = subkeyColumn;
        this.valueColumn = valueColumn;
    }

    static Optional<ReferenceTable> ofSlug(String slug) {
        return Arrays.stream(values()).filter(table -> table.slug.equals(slug)).findFirst();
    }

    /** Name in paths and in the database. */
    public String slug() {
        return slug;
    }

    String keyColumn() {
        return keyColumn;
    }

    /** Empty when the table has no sub-key. */
    String subkeyColumn() {
        return subkeyColumn;
    }

    /** Empty when the row says only that the key is listed. */
    String valueColumn() {
        return valueColumn;
    }

    /** Header of the CSV file. */
    List<String> columns() {
        return Arrays.asList(keyColumn, subkeyColumn, valueColumn, "validFrom", "validUntil", "provenance", "source")
                .stream()
                .filter(column -> !column.isEmpty())
                .toList();
    }
}
