package org.qualityzones.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeedRowsTest {

    private static final String OURS = "91330226668486852P";
    private static final String TYPE = "org.qualityzones.enterprise.registered.v1";
    private static final FeedEvent ABOUT_US =
            FeedEvents.about(TYPE, FeedEvents.keys(List.of(OURS), List.of("330226"), List.of()));
    private static final FeedEvent ABOUT_NOBODY = FeedEvents.about(TYPE, FeedKeys.NONE);

    @Test
    void shouldShowAnEnterpriseOnlyWhatIsAboutIt() {
        FeedRows rows = new FeedRows(false, List.of(OURS), List.of(), "k");

        assertThat(rows.sees(ABOUT_US)).isTrue();
        assertThat(rows.sees(ABOUT_NOBODY)).isFalse();
        assertThat(new FeedRows(false, List.of("91330203MA2AEXXXX1"), List.of(), "k").sees(ABOUT_US))
                .isFalse();
    }

    @Test
    void shouldShowABureauItsAreasAndWhatIsOfNoArea() {
        FeedRows ningbo = new FeedRows(false, List.of(), List.of("3302"), "k");
        FeedRows zhejiang = new FeedRows(false, List.of(), List.of("3301", "3303"), "k");

        assertThat(ningbo.sees(ABOUT_US)).isTrue();
        assertThat(zhejiang.sees(ABOUT_US)).isFalse();
        assertThat(zhejiang.sees(ABOUT_NOBODY)).isTrue();
    }

    @Test
    void shouldShowNobodyWithoutRowsAnything() {
        FeedRows nobody = new FeedRows(false, List.of(), List.of(), "k");

        assertThat(nobody.sees(ABOUT_US)).isFalse();
        assertThat(nobody.sees(ABOUT_NOBODY)).isFalse();
    }

    @Test
    void shouldShowANoticeToItsOwnerOnly() {
        assertThat(new FeedRows(false, List.of(), List.of(), "k").sees(FeedEvents.noticeFor("k")))
                .isTrue();
        assertThat(new FeedRows(true, List.of(), List.of(), "other").sees(FeedEvents.noticeFor("k")))
                .isFalse();
    }
}
