package org.qualityzones.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Records finished attempts, those that wait at the same moment with one transaction: while one thread records, others come
 * and wait for their turn, and the first of them records what all of them brought. Nobody waits for others to come. What was
 * not recorded together, its thread records by itself.
 */
final class AttemptRecorder {

    private static final Logger LOG = Logger.getLogger(AttemptRecorder.class);

    private final Function<List<Finished>, Set<Finished>> together;
    private final Consumer<Finished> alone;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    /**
     * @param together records attempts with one transaction and tells which it recorded; waits for no lock
     * @param alone records one attempt
     */
    AttemptRecorder(Function<List<Finished>, Set<Finished>> together, Consumer<Finished> alone) {
        this.together = together;
        this.alone = alone;
    }

    /** Returns when the attempt is recorded, or its claim found lost; throws what kept it from being recorded by itself. */
    void record(Finished attempt) {
        Waiting own = new Waiting(attempt);
        waiting.add(own);
        turn.lock();
        try {
            if (!own.taken) {
                recordTogether(take());
            }
        } finally {
            turn.unlock();
        }
        if (!own.recorded) {
            alone.accept(attempt);
        }
    }

    /** How many attempts nobody has taken to record yet. */
    int waiting() {
        return waiting.size();
    }

    private List<Waiting> take() {
        List<Waiting> group = new ArrayList<>();
        for (Waiting one = waiting.poll(); one != null; one = waiting.poll()) {
            one.taken = true;
            group.add(one);
        }
        return group;
    }

    private void recordTogether(List<Waiting> group) {
        try {
            Set<Finished> recorded =
                    together.apply(group.stream().map(one -> one.attempt).toList());
            group.forEach(one -> one.recorded = recorded.contains(one.attempt));
        } catch (RuntimeException e) {
            LOG.debugf(e, "%d attempts are recorded one by one", group.size());
        }
    }

    /** Written and read by whoever has the turn, and then by its own thread, which had it after that. */
    private static final class Waiting {

        private final Finished attempt;
        private boolean taken;
        private boolean recorded;

        Waiting(Finished attempt) {
            this.attempt = attempt;
        }
    }
}
