package org.qualityzones.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long QUOTA = 10;

    private final TokenBucket bucket = new TokenBucket(0);

    private TokenBucket.Outcome take(long now) {
        return bucket.take(now, QUOTA, 2 * SECOND);
    }

    @Test
    void shouldGiveAsMuchAsTheQuotaAtOnceAndNoMore() {
        for (long left = QUOTA - 1; left >= 0; left--) {
            assertThat(take(0))
                    .extracting(TokenBucket.Outcome::allowed, TokenBucket.Outcome::remaining)
                    .containsExactly(true, left);
        }
        TokenBucket.Outcome refused = take(0);
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.waitNanos()).isEqualTo(2 * SECOND / QUOTA);
    }

    @Test
    void shouldGiveOneMoreAfterTheAnnouncedWait() {
        for (int i = 0; i < QUOTA; i++) {
            take(0);
        }
        long wait = take(0).waitNanos();
        assertThat(take(wait - 1).allowed()).isFalse();
        assertThat(take(wait).allowed()).isTrue();
        assertThat(take(wait).allowed()).isFalse();
    }

    @Test
    void shouldGiveTheQuotaPerWindowInTheLongRun() {
        int allowed = 0;
        for (long now = 0; now < 20 * SECOND; now += SECOND / 100) {
            allowed += take(now).allowed() ? 1 : 0;
        }
        assertThat(allowed).isBetween(109, 110);
    }

    @Test
    void shouldNotSaveUpMoreThanTheQuota() {
        take(0);
        assertThat(take(1000 * SECOND).remaining()).isEqualTo(QUOTA - 1);
    }

    @Test
    void shouldGiveNoTokenTwiceToThreadsAtOnce() throws InterruptedException {
        AtomicInteger allowed = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(4);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int thread = 0; thread < 4; thread++) {
                threads.execute(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        allowed.addAndGet(bucket.take(0, 1000, SECOND).allowed() ? 1 : 0);
                    }
                    done.countDown();
                });
            }
            done.await();
        }
        assertThat(allowed).hasValue(1000);
    }
}
