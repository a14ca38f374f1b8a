package org.qualityzones.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.qualityzones.delivery.InFlight.Next;
import org.qualityzones.delivery.InFlight.Room;

class InFlightTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final String TARGET = "https://example.com:443";
    private static final String OTHER = "https://example.org:443";

    private final InFlight inFlight = new InFlight(100, 8);

    @Test
    void shouldGiveATargetWhatIsLeftOfItsShare() {
        begin(times(5, TARGET));

        Room room = inFlight.room(NOW);

        assertThat(room.total()).isEqualTo(95);
        assertThat(room.at(TARGET)).isEqualTo(3);
        assertThat(room.at(OTHER)).isEqualTo(8);
        assertThat(room.closed()).isEmpty();
    }

    @Test
    void shouldCloseATargetWhoseShareIsInWork() {
        begin(times(8, TARGET));
        assertThat(inFlight.room(NOW).closed()).containsExactly(TARGET);

        inFlight.end(TARGET);

        assertThat(inFlight.room(NOW).closed()).isEmpty();
    }

    @Test
    void shouldAskForNoClaimWhenNothingWasLeft() {
        assertThat(begin(times(7, TARGET))).isEqualTo(Next.WHEN_CALLED);

        assertThat(ends(7, TARGET)).containsOnly(Next.WHEN_CALLED);
    }

    @Test
    void shouldAskForAClaimAtOnceWhenHalfOfAShareThatWasUsedUpIsFree() {
        assertThat(begin(times(8, TARGET))).isEqualTo(Next.WHEN_CALLED);

        assertThat(ends(5, TARGET)).containsExactly(Next.AT_PACE, Next.AT_PACE, Next.AT_PACE, Next.NOW, Next.NOW);
    }

    @Test
    void shouldAskForAClaimAtOnceWhenTheOnlyPlaceOfAShareIsFree() {
        InFlight narrow = new InFlight(100, 1);
        narrow.begin(narrow.room(NOW), times(1, TARGET), false);

        assertThat(narrow.end(TARGET)).isEqualTo(Next.NOW);
    }

    @Test
    void shouldAskForAClaimAtOnceWhenHalfOfAllThatWasUsedUpIsFree() {
        InFlight narrow = new InFlight(4, 8);
        narrow.begin(narrow.room(NOW), times(4, TARGET), false);
        assertThat(narrow.room(NOW).total()).isZero();

        assertThat(narrow.end(TARGET)).isEqualTo(Next.AT_PACE);
        assertThat(narrow.end(TARGET)).isEqualTo(Next.NOW);
    }

    @Test
    void shouldLeaveToAClaimInWorkWhatEndsMeanwhile() {
        begin(times(8, TARGET));
        Room room = inFlight.room(NOW);

        assertThat(ends(8, TARGET)).containsOnly(Next.WHEN_CALLED);

        assertThat(inFlight.begin(room, List.of(), false)).isEqualTo(Next.NOW);
    }

    @Test
    void shouldAskForAnotherClaimWhenOneTookAllItMightAndPlacesCameFreeMeanwhile() {
        begin(times(5, TARGET));
        Room room = inFlight.room(NOW);
        inFlight.end(TARGET);

        assertThat(inFlight.begin(room, times(3, TARGET), false)).isEqualTo(Next.AT_PACE);
    }

    @Test
    void shouldWantNothingMoreAfterAClaimThatDidNotTakeAllItMight() {
        begin(times(8, TARGET));
        inFlight.end(TARGET);
        begin(List.of());

        assertThat(ends(7, TARGET)).containsOnly(Next.WHEN_CALLED);
    }

    @Test
    void shouldHaveTargetsStandAsideOnceWhenAClaimDidNotLookAtAllThatIsDue() {
        assertThat(inFlight.begin(inFlight.room(NOW), times(8, TARGET), true)).isEqualTo(Next.NOW);
        ends(8, TARGET);
        Room second = inFlight.room(NOW);
        assertThat(second.closed()).containsExactly(TARGET);

        assertThat(inFlight.begin(second, times(8, OTHER), true)).isEqualTo(Next.NOW);
        Room third = inFlight.room(NOW);
        assertThat(third.closed()).containsExactlyInAnyOrder(TARGET, OTHER);

        assertThat(inFlight.begin(third, List.of(), false)).isEqualTo(Next.NOW);
        assertThat(inFlight.room(NOW).closed()).containsExactly(OTHER);
    }

    @Test
    void shouldLeaveASubscriberAloneForAsLongAsItAsked() {
        UUID subscription = UUID.randomUUID();

        inFlight.quiet(subscription, NOW.plusSeconds(60));
        inFlight.quiet(subscription, NOW.plusSeconds(5));

        assertThat(inFlight.room(NOW.plusSeconds(59)).quiet()).containsExactly(subscription);
        assertThat(inFlight.room(NOW.plusSeconds(60)).quiet()).isEmpty();
    }

    private Next begin(List<Claimed> claimed) {
        return inFlight.begin(inFlight.room(NOW), claimed, false);
    }

    private List<Next> ends(int count, String target) {
        return Stream.generate(() -> inFlight.end(target)).limit(count).toList();
    }

    private static List<Claimed> times(int count, String target) {
        return Stream.generate(() -> new Claimed(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "WEBHOOK",
                        URI.create(target + "/hook"),
                        target,
                        1,
                        0,
                        0))
                .limit(count)
                .toList();
    }
}
