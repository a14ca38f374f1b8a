package org.qualityzones.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.qualityzones.web.Problems;
import org.qualityzones.web.codes.Money;
import org.qualityzones.web.codes.Quantity;

/** Parts of a batch that are filed at the same time: every row in one, none of two parts of one producer. */
class BatchTest {

    private static final int CASES = 300;

    private final Random random = new Random(20261122);

    @Test
    void shouldKeepRowsOfAProducerInOnePartAndInTheirOrder() {
        int several = 0;
        for (int i = 0; i < CASES; i++) {
            int producers = 1 + random.nextInt(12);
            Batch batch = new Batch();
            IntStream.rangeClosed(1, 1 + random.nextInt(20)).forEach(number -> batch.add(row(number, producers)));

            List<List<Batch.Row>> parts = batch.parts(3);

            assertThat(parts).hasSizeBetween(1, 3).noneMatch(List::isEmpty);
            assertThat(parts.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(batch.rows());
            assertThat(parts).allSatisfy(part -> assertThat(part)
                    .isSortedAccordingTo(Comparator.comparingLong(Batch.Row::number)));
            assertThat(parts.stream().flatMap(part -> producers(part).stream()))
                    .as("the producers of all parts")
                    .doesNotHaveDuplicates();
            several += parts.size() > 1 ? 1 : 0;
        }
        assertThat(several).isGreaterThan(CASES / 2);
    }

    @Test
    void shouldDivideTheWorkEvenly() {
        Batch batch = new Batch();
        for (int number = 1; number <= 40; number++) {
            batch.add(Batch.Row.of(number, null, filing("c", List.of("p" + number))));
        }
        assertThat(batch.parts(2)).extracting(List::size).containsExactly(20, 20);
    }

    private Batch.Row row(int number, int producers) {
        if (random.nextInt(10) == 0) {
            return Batch.Row.refused(number, Problems.invalid("", "required", "refused"));
        }
        List<String> named = new ArrayList<>();
        for (int i = random.nextInt(6) == 0 ? 2 : 1; i > 0; i--) {
            int producer = random.nextInt(producers);
            named.add(producer == 0 ? null : "p" + producer);
        }
        return Batch.Row.of(number, null, filing("c" + random.nextInt(2), named));
    }

    private static Set<String> producers(List<Batch.Row> rows) {
        return rows.stream().flatMap(row -> row.producers().stream()).collect(Collectors.toSet());
    }

    /** @param producers of its lines; null: the consignor */
    private static DeclarationCommands.Filing filing(String consignor, List<String> producers) {
        List<DeclarationCommands.Line> lines = new ArrayList<>();
        for (String producer : producers) {
            lines.add(new DeclarationCommands.Line(
                    lines.size() + 1,
                    producer,
                    "9608100000",
                    "pens",
                    new Quantity(BigDecimal.ONE, "H87"),
                    null,
                    new Money("1.00", "USD"),
                    "L"));
        }
        return new DeclarationCommands.Filing(
                null,
                consignor,
                null,
                null,
                "DE",
                DeclarationCommands.Purpose.GENERAL_TRADE,
                false,
                false,
                null,
                LocalDate.parse("2026-12-01"),
                List.of(),
                lines);
    }
}
