package org.qualityzones.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.qualityzones.feed.FeedEvent;
import org.qualityzones.feed.FeedEvents;
import org.qualityzones.feed.FeedKeys;
import org.qualityzones.feed.Severity;

class SubscriptionFilterTest {

    private static final String DECIDED = "org.qualityzones.declaration.decided.v1";
    private static final FeedEvent EVENT = FeedEvents.about(
            DECIDED,
            new FeedKeys(
                    List.of("91330226668486852P"),
                    List.of("ninghai"),
                    List.of("330226"),
                    List.of("9608100000"),
                    Optional.of(Severity.HIGH)));

    @Test
    void shouldLetEverythingThroughWhenNothingIsGiven() {
        assertThat(SubscriptionFilter.EVERYTHING.matches(EVENT)).isTrue();
    }

    @Test
    void shouldMatchTypesByNameAndByBeginning() {
        assertThat(types(DECIDED).matches(EVENT)).isTrue();
        assertThat(types("org.qualityzones.declaration.*").matches(EVENT)).isTrue();
        assertThat(types("org.qualityzones.declaration").matches(EVENT)).isFalse();
        assertThat(types("org.qualityzones.zone.*").matches(EVENT)).isFalse();
    }

    @Test
    void shouldMatchCodesBelowAPrefixAndPrefixesAboveIt() {
        assertThat(hs("9608").matches(EVENT)).isTrue();
        assertThat(hs("960910").matches(EVENT)).isFalse();
        FeedEvent aboutAHeading = FeedEvents.about(DECIDED, FeedEvents.keys(List.of(), List.of(), List.of("9608")));
        assertThat(hs("960810").matches(aboutAHeading)).isTrue();
    }

    @Test
    void shouldNeedEveryPartThatIsGiven() {
        SubscriptionFilter all = new SubscriptionFilter(
                List.of(DECIDED),
                List.of("96"),
                List.of("91330226668486852P"),
                List.of("ninghai"),
                List.of("3302"),
                Severity.HIGH);
        SubscriptionFilter otherZone = new SubscriptionFilter(
                List.of(DECIDED), List.of("96"), List.of(), List.of("elsewhere"), List.of("3302"), null);

        assertThat(all.matches(EVENT)).isTrue();
        assertThat(otherZone.matches(EVENT)).isFalse();
    }

    @Test
    void shouldLetOnlyGraveEnoughEventsThrough() {
        assertThat(severity(Severity.MEDIUM).matches(EVENT)).isTrue();
        assertThat(severity(Severity.SERIOUS).matches(EVENT)).isFalse();
        assertThat(severity(Severity.LOW).matches(FeedEvents.about(DECIDED, FeedKeys.NONE)))
                .isFalse();
    }

    private static SubscriptionFilter types(String type) {
        return new SubscriptionFilter(List.of(type), null, null, null, null, null);
    }

    private static SubscriptionFilter hs(String prefix) {
        return new SubscriptionFilter(null, List.of(prefix), null, null, null, null);
    }

    private static SubscriptionFilter severity(Severity severity) {
        return new SubscriptionFilter(null, null, null, null, null, severity);
    }
}
