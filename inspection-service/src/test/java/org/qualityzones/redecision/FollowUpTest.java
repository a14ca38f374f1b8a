package org.qualityzones.redecision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.copies.Parties;
import org.qualityzones.copies.WarningScopes;
import org.qualityzones.declaration.DeclarationReviews;
import org.qualityzones.factchange.FactChange;
import org.qualityzones.factchange.FactChanges;
import org.qualityzones.messaging.UnitOfWork;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Filing;
import org.qualityzones.trial.Known;
import org.qualityzones.web.Roles;

/** Single runs of the follow-up; none comes by itself meanwhile. */
@QuarkusTest
@TestProfile(FollowUpTest.Seldom.class)
@WithServers("inspection")
class FollowUpTest {

    /** After the first run at the start the next comes within the hour. */
    public static class Seldom implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("qz.redecision.every", "1h", "qz.redecision.sweep-every", "1h");
        }
    }

    @Inject
    FollowUp followUp;

    @Inject
    FactChanges changes;

    @Inject
    DeclarationReviews reviews;

    @Inject
    WarningScopes warnings;

    @Inject
    Parties parties;

    @Inject
    UnitOfWork work;

    @Inject
    Clock clock;

    @Inject
    ConcernedDeclarations concerned;

    @Inject
    HoldSweep sweep;

    @BeforeEach
    void emptyTables() {
        Database.truncate("daily_seed");
        Known.allIsCurrent();
    }

    @Test
    void shouldDealWithManyChangesThatConcernNothingAndTheOneBehindThemInOneRun() {
        String declaration = file(Codes.NINGHAI, Codes.NINGHAI);
        Known.enterprise(Codes.NINGHAI).inVersion(1);
        Database.execute("insert into fact_change (kind, key, not_before) select 'ENTERPRISE', 'U' || n,"
                + " now() - interval '1 hour' from generate_series(1, 3000) n");
        changed(Codes.NINGHAI);

        followUp.run();

        assertThat(cause(declaration)).isEqualTo("FACTS_ARRIVED");
        assertThat(Database.number("select count(*) from fact_change")).isZero();
    }

    @Test
    void shouldGiveBackWhatItHasClaimedWhenItEnds() {
        String declaration = file(Codes.NINGHAI, Codes.NINGHAI);
        Known.enterprise(Codes.NINGHAI).inVersion(1);
        changed(Codes.NINGHAI);

        endingWithAClaim().run();

        assertThat(cause(declaration)).isNotEqualTo("FACTS_ARRIVED");
        followUp.run();
        assertThat(cause(declaration)).isEqualTo("FACTS_ARRIVED");
    }

    /** The short way must leave no change out for which the walk would find a declaration. */
    @Test
    void shouldFindTheChangesThatConcernADeclaration() {
        String held = Codes.of("330226", 901);
        String waiting = Codes.of("330226", 902);
        String cleared = Codes.of("330226", 903);
        String consignor = Codes.of("330226", 904);
        List<String> usccs = List.of(held, waiting, cleared, consignor, Codes.of("330226", 905));
        List.of(held, cleared, Codes.YUNHE)
                .forEach(uscc -> Known.enterprise(uscc).inVersion(1));
        String last = Stream.of(
                        file(held, held), file(waiting, waiting), file(cleared, cleared), file(consignor, Codes.YUNHE))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Database.execute("update declaration_line set clearance_state = 'REFUSED' where producer = '" + held + "'");

        for (Set<String> suspended : List.of(Set.<String>of(), Set.of(held, cleared))) {
            for (UUID after : List.of(new UUID(0, 0), UUID.fromString(last))) {
                List<FactChange> changes = LongStream.range(0, usccs.size())
                        .mapToObj(id -> new FactChange(id, FactChange.Kind.ENTERPRISE, usccs.get((int) id), after, 0))
                        .toList();

                assertThat(concerned.concerning(changes, suspended))
                        .as("suspended %s, after %s", suspended, after)
                        .isEqualTo(changes.stream()
                                .filter(change -> !concerned
                                        .ofEnterprise(change.key(), suspended.contains(change.key()), after, 1)
                                        .isEmpty())
                                .map(FactChange::id)
                                .collect(Collectors.toSet()));
            }
        }
        assertThat(concerned.ofEnterprise(cleared, true, null, 1)).isNotEmpty();
        assertThat(concerned.ofEnterprise(cleared, false, null, 1)).isEmpty();
        assertThat(concerned.ofEnterprise(consignor, false, null, 1)).isNotEmpty();
        assertThat(concerned.ofEnterprise(held, false, null, 1)).isNotEmpty();
    }

    @Test
    void shouldTellThatCopiesAreCurrentOnlyWhereALineWaitsForThem() {
        sweep.sweep();
        assertThat(toldCurrent()).isZero();
        Known.nothingIsCurrent();
        file(Codes.NINGHAI, Codes.NINGHAI);
        Known.allIsCurrent();

        sweep.sweep();

        assertThat(toldCurrent()).isPositive();
    }

    /** Told to end between its first claim and the first declaration. */
    private FollowUp endingWithAClaim() {
        List<FollowUp> ending = new ArrayList<>();
        InstantSource asked = () -> {
            ending.getFirst().stop(new ShutdownEvent());
            return clock.instant();
        };
        ending.add(new FollowUp(
                changes,
                concerned,
                reviews,
                warnings,
                parties,
                work,
                new SimpleMeterRegistry(),
                asked.withZone(ZoneOffset.UTC)));
        return ending.getFirst();
    }

    private static long toldCurrent() {
        return Database.number("select count(*) from fact_change where kind = 'COPIES'");
    }

    private static void changed(String uscc) {
        Database.execute("insert into fact_change (kind, key, not_before) values ('ENTERPRISE', '" + uscc
                + "', now() - interval '1 minute')");
    }

    private static String file(String consignor, String producer) {
        ObjectNode filing = Filing.by(consignor);
        Filing.firstLine(filing).put("producer", producer);
        return Api.post(Callers.enterprise(consignor), "/api/v1/declarations", filing)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String cause(String declaration) {
        return Api.get(Callers.of(Roles.AUDITOR), "/api/v1/declarations/" + declaration)
                .statusCode(200)
                .extract()
                .path("lines[0].decision.cause");
    }
}
