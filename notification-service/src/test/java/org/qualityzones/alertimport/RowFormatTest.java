package org.qualityzones.alertimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qualityzones.alert.AlertFlag;
import org.qualityzones.alert.NewAlert;
import org.qualityzones.web.Problem;

class RowFormatTest {

    @Test
    void shouldRepairTextThatWasReadAsMacRoman() {
        assertThat(Mojibake.repair("Girls‚Äô trousers")).isEqualTo("Girls’ trousers");
        assertThat(Mojibake.repair("Girls’ Möbel 玩具")).isEqualTo("Girls’ Möbel 玩具");
    }

    @Test
    void shouldTakeAReferenceThatIsSure() throws IOException {
        NewAlert alert = rapex("A12/0833/12,0833/12,as-is");

        assertThat(alert.reference()).isEqualTo("0833/12");
        assertThat(alert.flags()).isEmpty();
        assertThat(alert.publishedAt()).hasToString("2012-06-08T00:00:00Z");
        assertThat(alert.originCountry()).isEqualTo("CN");
        assertThat(alert.body().notifyingCountry()).isEqualTo("HU");
        assertThat(alert.body().product().barcodes()).containsExactly("1370000011023");
        assertThat(alert.body().risk().types()).containsExactly("STRANGULATION", "INJURIES");
    }

    @Test
    void shouldFlagAReferenceThatIsUnsureAndKnowTheAlertByItsContent() throws IOException {
        NewAlert ambiguous = rapex("5/9/0164,1481/09,excel-fraction-ambiguous");

        assertThat(ambiguous.reference()).isNull();
        assertThat(ambiguous.flags()).containsExactly(AlertFlag.REFERENCE_UNSURE);
        assertThat(ambiguous.contentKey()).isEqualTo(rapex("x,,lost").contentKey());
    }

    @Test
    void shouldGuessNoDamagedReference() throws IOException {
        NewAlert damaged = damaged("24.10.2012", "Sun‚ÄôSea");

        assertThat(damaged.reference()).isNull();
        assertThat(damaged.flags()).containsExactly(AlertFlag.REFERENCE_DAMAGED, AlertFlag.TEXT_REPAIRED);
        assertThat(damaged.body().product().brand()).isEqualTo("Sun’Sea");
        assertThat(damaged.body().referenceAsGiven()).isEqualTo("24.10.2012");
        assertThat(damaged("A12//0862/12", "x").reference()).isEqualTo("0862/12");
        assertThat(damaged("123", "x").reference()).isNull();
    }

    @Test
    void shouldRefuseAFileOfAnotherForm() {
        assertThatThrownBy(() -> new TableReader(bytes("a,b\n1,2\n"), new Cpsc()).hasNext())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Recall Number");
    }

    @Test
    void shouldKnowCountriesByTheNamesOfTheSources() {
        assertThat(List.of("Peoples Republic of China", "Türkiye", "UK", "Korea", "Slovenia"))
                .map(Countries::code)
                .containsExactly("CN", "TR", "GB", "KR", "SI");
        assertThat(Countries.origin("China and India")).isEqualTo("ZZ");
    }

    private static NewAlert rapex(String references) throws IOException {
        return first(
                "report_year,report_week,refnr,refnr_rebuilt,refnr_method,country,country_code,danger_short,measures,"
                        + "descript_category,countryoforigin,descript_product,descript_type,descript_descr,descript_brand\n"
                        + "2012,23," + references + ",Hungary,HU,Strangulation and Injuries,Recall.,Toys,China,"
                        + "Sweatshirt,\"Model: LP-020, Barcode: 1 370000011023\",With hood.,SunSea\n");
    }

    private static NewAlert damaged(String reference, String brand) throws IOException {
        return first("report_year,report_week,refnr,country,country_code,danger_short,measures,descript_category,"
                + "countryoforigin,descript_product,descript_type,descript_descr,descript_brand\n2012,23," + reference
                + ",Hungary,HU,Choking,Recall.,Toys,China,Sweatshirt,LP,With hood.," + brand + "\n");
    }

    private static NewAlert first(String file) throws IOException {
        try (TableReader reader = new TableReader(bytes(file), new RapexWeekly())) {
            assertThat(reader.hasNext()).isTrue();
            return reader.next();
        }
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
