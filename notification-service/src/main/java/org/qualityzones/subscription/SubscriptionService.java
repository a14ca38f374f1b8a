package org.qualityzones.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.qualityzones.feed.Feed;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Ids;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Workflow;

/**
 * Use cases of subscriptions. What changes who gets which event holds the lock of the feed's head, so that every event
 * falls before or after the change.
 */
@ApplicationScoped
public class SubscriptionService {

    private static final int MAX_PER_OWNER = 100;

    private final Subscriptions subscriptions;
    private final SubscriptionAccess access;
    private final Destinations destinations;
    private final Secrets secrets;
    private final Feed feed;
    private final Event<SubscriptionStatusChanged> changes;
    private final Workflow workflow;
    private final Caller caller;
    private final IfMatch ifMatch;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    SubscriptionService(
            Subscriptions subscriptions,
            SubscriptionAccess access,
            Destinations destinations,
            Secrets secrets,
            Feed feed,
            Event<SubscriptionStatusChanged> changes,
            @Named(SubscriptionWorkflow.NAME) Workflow workflow,
            Caller caller,
            IfMatch ifMatch,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.access = access;
        this.destinations = destinations;
        this.secrets = secrets;
        this.feed = feed;
        this.changes = changes;
        this.workflow = workflow;
        this.caller = caller;
        this.ifMatch = ifMatch;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes one; its secret is in the answer and never again. */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer create(SubscriptionCommands.Create command) {
        Destination destination = destinations.of(command.channel(), command.target());
        Ownership owner = access.ownerOf(command.filterOrEverything());
        requireRoom(owner);
        Instant now = now();
        Subscription subscription = new Subscription(
                ids.next(), command.channel(), destination, command.filterOrEverything(), owner, feed.lockHead(), now);
        subscriptions.insert(subscription);
        String secret = null;
        if (command.channel() == SubscriptionChannel.WEBHOOK) {
            secret = secrets.issue(subscription.id(), ids.next(), now);
            secrets.ensurePair(subscription.id(), now);
        }
        audit.record("subscription.create", subscription.id().toString(), null);
        return Answer.created(
                "/api/v1/subscriptions/" + subscription.id(),
                subscription.version(),
                SubscriptionView.withSecret(subscription, secret));
    }

    /** Sends other events or elsewhere; the channel stays. */
    @Transactional
    Answer replace(UUID id, SubscriptionCommands.Create command) {
        Subscription subscription = access.manageable(id);
        ifMatch.require(subscription.version());
        destinations.requireSameChannel(subscription.channel(), command.channel());
        Destination destination = destinations.of(command.channel(), command.target());
        Ownership rows = access.ownerOf(command.filterOrEverything());
        feed.lockHead();
        subscription.replace(destination, command.filterOrEverything(), rows, now());
        subscriptions.write(subscription);
        audit.record("subscription.replace", id.toString(), null);
        return Answer.ok(subscription.version(), SubscriptionView.of(subscription));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer transition(UUID id, SubscriptionCommands.Transition command) {
        Subscription subscription = access.manageable(id);
        ifMatch.require(subscription.version());
        workflow.check(subscription.status(), command.action(), caller);
        SubscriptionStatus to = SubscriptionStatus.valueOf(
                workflow.targets(subscription.status().name(), command.action()).getFirst());
        become(subscription, to, command.reason());
        audit.record("subscription." + command.action(), id.toString(), command.reason());
        return Answer.ok(subscription.version(), SubscriptionView.of(subscription));
    }

    @Transactional
    void delete(UUID id) {
        Subscription subscription = access.manageable(id);
        ifMatch.require(subscription.version());
        become(subscription, SubscriptionStatus.DELETED, null);
        secrets.forget(id);
        audit.record("subscription.delete", id.toString(), null);
    }

    @Transactional
    Answer get(UUID id) {
        Subscription subscription = access.readable(id);
        return Answer.ok(subscription.version(), SubscriptionView.of(subscription));
    }

    @Transactional
    Page<SubscriptionView> list(PageRequest request) {
        var visible = subscriptions.visibleIds(caller, request.after(), request.limit() + 1);
        return Page.of(subscriptions.newestFirst(visible), request, Subscription::id)
                .map(SubscriptionView::of);
    }

    private void become(Subscription subscription, SubscriptionStatus to, String reason) {
        feed.lockHead();
        subscription.become(to, reason, now());
        subscriptions.write(subscription);
        changes.fire(new SubscriptionStatusChanged(subscription.id(), to));
    }

    private void requireRoom(Ownership owner) {
        if (subscriptions.countOf(owner.key()) >= MAX_PER_OWNER) {
            throw Problem.of(
                    SubscriptionProblem.TOO_MANY_SUBSCRIPTIONS, "An owner has at most " + MAX_PER_OWNER + " of them");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
