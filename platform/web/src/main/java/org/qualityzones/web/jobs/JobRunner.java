package org.qualityzones.web.jobs;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;
import org.qualityzones.web.Problem;
import org.qualityzones.web.ProblemRenderer;
import org.qualityzones.web.RequestIds;
import org.qualityzones.web.WebConfig;

/**
 * Runs the work of jobs in this process and keeps their rows alive meanwhile. Of jobs whose process has gone it takes up
 * those that can go on, see {@link ResumableWork}, and fails the others.
 */
@ApplicationScoped
@IfBuildProperty(name = "qz.web.database", stringValue = "true", enableIfMissing = true)
class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final String FAILED = "The work failed; the service's log has the cause under request id ";

    private final JobTable table;
    private final WebConfig config;
    private final ProblemRenderer problems;
    private final Instance<ResumableWork> resumable;
    private final ExecutorService threads;
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();
    private final Set<UUID> cancelled = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    JobRunner(
            JobTable table,
            WebConfig config,
            @Any Instance<ResumableWork> resumable,
            @VirtualThreads ExecutorService threads) {
        this.table = table;
        this.config = config;
        this.resumable = resumable;
        this.threads = threads;
        this.problems = new ProblemRenderer(config.problemBase());
    }

    void run(UUID id, String kind, JobWork work) {
        running.add(id);
        try {
            work.run(new Progress(id));
            finish(id, cancelled.contains(id) ? JobState.CANCELLED : JobState.SUCCEEDED, null);
        } catch (Problem refusal) {
            finish(id, JobState.FAILED, refusal.detail());
        } catch (Exception failure) {
            if (stopping && resumable.stream().anyMatch(known -> known.kind().equals(kind))) {
                LOG.infof("Job left for another process: jobId=%s kind=%s", id, kind);
                return;
            }
            LOG.errorf(failure, "Job failed: jobId=%s kind=%s", id, kind);
            finish(id, JobState.FAILED, FAILED + RequestIds.current());
        } finally {
            running.remove(id);
            cancelled.remove(id);
        }
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
    }

    @Scheduled(every = "${qz.web.jobs.touch-every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void supervise() {
        try {
            superviseOnce();
        } catch (RuntimeException e) {
            LOG.warnf("The jobs cannot be supervised now, tried again at the next turn: %s", e.getMessage());
        }
    }

    private void superviseOnce() {
        running.forEach(id -> note(id, QuarkusTransaction.requiringNew().call(() -> table.touch(id))));
        List<String> kinds =
                resumable.stream().map(ResumableWork::kind).sorted().toList();
        resumable.forEach(this::takeUp);
        int lost = QuarkusTransaction.requiringNew()
                .call(() -> table.failLost(config.jobs().lostAfter(), kinds));
        if (lost > 0) {
            LOG.warnf("Jobs lost with their process: count=%d", lost);
        }
    }

    /** Goes on with one job of a kind whose process has ended. */
    private void takeUp(ResumableWork work) {
        QuarkusTransaction.requiringNew()
                .call(() -> table.takeLost(work.kind(), config.jobs().lostAfter()))
                .filter(id -> !running.contains(id))
                .ifPresent(id -> {
                    LOG.infof("Job taken up: jobId=%s kind=%s", id, work.kind());
                    threads.execute(() -> run(id, work.kind(), progress -> work.run(id, progress)));
                });
    }

    private void note(UUID id, boolean cancel) {
        if (cancel) {
            cancelled.add(id);
        }
    }

    private void finish(UUID id, JobState state, String failure) {
        QuarkusTransaction.requiringNew().run(() -> table.finish(id, state, failure));
    }

    private String json(Problem problem) {
        return new String(problems.render(problem, null, RequestIds.current(), Locale.ENGLISH), StandardCharsets.UTF_8);
    }

    private final class Progress implements JobProgress {

        private final UUID id;

        Progress(UUID id) {
            this.id = id;
        }

        @Override
        public void total(long rows) {
            QuarkusTransaction.requiringNew().run(() -> table.setTotal(id, rows));
        }

        @Override
        public void row(long row, String status, String ref, List<String> remarks) {
            add(new JobRow(row, status, ref, null, remarks));
        }

        @Override
        public void refused(long row, Problem problem) {
            add(new JobRow(row, "refused", null, json(problem), List.of()));
        }

        @Override
        public void done(long done) {
            if (stopping) {
                throw new ProcessEnds();
            }
            note(id, QuarkusTransaction.requiringNew().call(() -> table.setDone(id, done)));
        }

        @Override
        public void rows(List<Reported> rows) {
            List<JobRow> reported = rows.stream()
                    .map(row -> new JobRow(
                            row.row(),
                            row.status(),
                            row.id(),
                            row.problem() == null ? null : json(row.problem()),
                            List.of()))
                    .toList();
            if (!reported.isEmpty()) {
                note(id, QuarkusTransaction.requiringNew().call(() -> table.addRows(id, reported)));
            }
        }

        @Override
        public boolean isCancelled() {
            return cancelled.contains(id);
        }

        private void add(JobRow row) {
            note(id, QuarkusTransaction.requiringNew().call(() -> table.addRow(id, row)));
        }
    }
}
