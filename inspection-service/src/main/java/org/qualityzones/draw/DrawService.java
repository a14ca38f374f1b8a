package org.qualityzones.draw;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import org.qualityzones.web.Problems;

/** Publishes commitments, and seeds once their day is over. */
@ApplicationScoped
class DrawService {

    private final DailySeeds seeds;
    private final Clock clock;

    DrawService(DailySeeds seeds, Clock clock) {
        this.seeds = seeds;
        this.clock = clock;
    }

    @Transactional
    DrawView of(LocalDate day) {
        DailySeed seed = seeds.find(day).orElseThrow(() -> Problems.notFound("draw of", day));
        Instant revealedAt = ShanghaiDays.startOf(day.plusDays(1));
        boolean over = !clock.instant().isBefore(revealedAt);
        return over
                ? new DrawView(day, seed.commitment(), HexFormat.of().formatHex(seed.seed()), revealedAt)
                : new DrawView(day, seed.commitment(), null, null);
    }
}
