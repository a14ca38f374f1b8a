package org.qualityzones.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DatabaseReadinessTest {

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger looks = new AtomicInteger();
    private final CountDownLatch thawed = new CountDownLatch(1);
    private volatile Callable<Boolean> database = () -> true;
    private final DatabaseReadiness readiness = new DatabaseReadiness(this::look, now::get);

    @AfterEach
    void stop() {
        thawed.countDown();
        readiness.stop();
    }

    @Test
    void shouldBeReadyWithADatabase() {
        assertThat(status()).isEqualTo(Status.UP);
    }

    @Test
    void shouldNotBeReadyAsSoonAsTheDatabaseRefuses() {
        assertThat(status()).isEqualTo(Status.UP);
        database = () -> {
            throw new SQLException("refused");
        };
        assertThat(status()).isEqualTo(Status.DOWN);
    }

    @Test
    void shouldAnswerWhileADatabaseHangsAndLookOnceOnly() {
        database = this::hang;
        assertThat(status()).isEqualTo(Status.DOWN);
        assertThat(status()).isEqualTo(Status.DOWN);
        assertThat(looks).hasValue(1);
        thawed.countDown();
        while (status() == Status.DOWN) {
            Thread.onSpinWait();
        }
    }

    @Test
    void shouldExcuseASlowLookForAWhile() {
        assertThat(status()).isEqualTo(Status.UP);
        database = this::hang;
        now.addAndGet(DatabaseReadiness.MEMORY.toNanos() - 1);
        assertThat(status()).isEqualTo(Status.UP);
        now.incrementAndGet();
        assertThat(status()).isEqualTo(Status.DOWN);
    }

    @Test
    void shouldExcuseNoSlowLookAfterARefusal() {
        assertThat(status()).isEqualTo(Status.UP);
        database = () -> false;
        assertThat(status()).isEqualTo(Status.DOWN);
        database = this::hang;
        assertThat(status()).isEqualTo(Status.DOWN);
    }

    private Status status() {
        return readiness.call().getStatus();
    }

    private boolean look() throws Exception {
        looks.incrementAndGet();
        return database.call();
    }

    private boolean hang() throws InterruptedException {
        thawed.await();
        return true;
    }
}
