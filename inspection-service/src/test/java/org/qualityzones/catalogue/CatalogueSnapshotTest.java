package org.qualityzones.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueSnapshotTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private final CatalogueSnapshot catalogue = CatalogueSnapshot.of(
            7,
            List.of(
                    entry("9503002100", "B", "N", "2010-01-01", "2013-08-14"),
                    entry("9503", "A", "M", "2010-01-01", null),
                    entry("950300", "AB", "MN", "2010-01-01", null),
                    entry("84581100", "B", "N", "2012-01-01", null),
                    entry("84581100", "A", "M", "2020-01-01", null),
                    entry("8458910010", "A", "M", "2012-01-01", null),
                    entry("8458910090", "B", "N", "2012-01-01", null)));

    @ParameterizedTest
    @CsvSource({
        "9503002100, 2013-08-14, 9503002100",
        "9503002100, 2013-08-15, ",
        "9503002100, 2009-12-31, ",
        "9503008900, 2026-11-21, 950300",
        "8458110000, 2019-12-31, 84581100",
        "845891, 2026-11-21, 8458910090",
        "84589100, 2026-11-21, 8458910090",
        "84589100, 2011-01-01, ",
        "9608100000, 2026-11-21, ",
    })
    void shouldFindTheRowThatGovernsACodeOnADay(String hsCode, LocalDate day, String expected) {
        assertThat(catalogue.find(hsCode, day).map(CatalogueEntry::hsCode).orElse(null))
                .isEqualTo(expected);
    }

    @Test
    void shouldTakeTheLatestBegunRowOfACode() {
        assertThat(catalogue.find("8458110000", DAY).orElseThrow().statutoryForExport())
                .isFalse();
    }

    @Test
    void shouldTakeTheFirstRowBelowAShortCodeWhenNoneIsStatutory() {
        CatalogueSnapshot none = CatalogueSnapshot.of(
                1,
                List.of(
                        entry("8458910020", "A", "M", "2012-01-01", null),
                        entry("8458910010", "A", "M", "2012-01-01", null)));

        assertThat(none.find("845891", DAY).orElseThrow().hsCode()).isEqualTo("8458910010");
    }

    @ParameterizedTest
    @CsvSource({"9503002100,true", "9503009999,true", "845891,true", "9608100000,false", "960810,false"})
    void shouldKnowCodesThatWereEverNamed(String hsCode, boolean known) {
        assertThat(catalogue.knows(hsCode)).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({"AB,AB", "A/B,AB", "M.P/N.Q,MNPQ", "'',''", "BA B,AB"})
    void shouldReadLettersAsTheListsWriteThem(String text, String letters) {
        assertThat(String.join("", Letters.of(text == null ? "" : text))).isEqualTo(letters);
    }

    private static CatalogueEntry entry(
            String hsCode, String conditions, String categories, String from, String until) {
        return new CatalogueEntry(
                hsCode,
                hsCode,
                Letters.of(conditions),
                Letters.of(categories),
                null,
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                "test");
    }
}
