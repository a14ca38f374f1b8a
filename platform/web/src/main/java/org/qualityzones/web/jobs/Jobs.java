package org.qualityzones.web.jobs;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.qualityzones.web.Actor;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Ids;
import org.qualityzones.web.Problems;
import org.qualityzones.web.RequestIds;
import org.qualityzones.web.Roles;

/** Starts and follows long-running work; see {@code /api/v1/<service>/jobs/{id}}. */
@ApplicationScoped
@IfBuildProperty(name = "qz.web.database", stringValue = "true", enableIfMissing = true)
public class Jobs {

    private final JobTable table;
    private final JobRunner runner;
    private final Caller caller;
    private final Actor actor;
    private final Ids ids;
    private final ExecutorService threads;
    private final TransactionSynchronizationRegistry transactions;

    public Jobs(
            JobTable table,
            JobRunner runner,
            Caller caller,
            Actor actor,
            Ids ids,
            @VirtualThreads ExecutorService threads,
            TransactionSynchronizationRegistry transactions) {
        this.table = table;
        this.runner = runner;
        this.caller = caller;
        this.actor = actor;
        this.ids = ids;
        this.threads = threads;
        this.transactions = transactions;
    }

    /**
     * Records a job in the caller's transaction and starts its work once that has committed. Answer it with {@code
     * Answer.accepted(job.location(), job)}.
     *
     * @param kind what it does, kebab case
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Job start(String kind, JobWork work) {
        return start(ids.next(), kind, work);
    }

    /** As {@link #start(String, JobWork)} for work that outlives this process; what it needs is kept under the job's id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Job start(UUID id, ResumableWork work) {
        return start(id, work.kind(), progress -> work.run(id, progress));
    }

    private Job start(UUID id, String kind, JobWork work) {
        table.insert(id, kind, caller.key());
        String requestId = RequestIds.current();
        Actor.Identity starter = actor.current();
        transactions.registerInterposedSynchronization(new AfterCommit(() -> threads.execute(() -> {
            RequestIds.enter(requestId);
            Actor.run(starter, () -> runner.run(id, kind, work));
        })));
        return table.find(id).orElseThrow().job();
    }

    /** The job, for whoever started it and for operators; 404 for others. */
    public Job get(UUID id) {
        return QuarkusTransaction.joiningExisting().call(() -> visible(id));
    }

    /** Asks a running job to stop; answers the job as it is now. */
    public Job cancel(UUID id) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            Job job = visible(id);
            table.cancel(job.id());
            return job;
        });
    }

    private Job visible(UUID id) {
        return table.find(id)
                .filter(found -> found.owner().equals(caller.key()) || caller.is(Roles.OPERATOR))
                .map(JobTable.Owned::job)
                .orElseThrow(() -> Problems.notFound("job", id));
    }
}
