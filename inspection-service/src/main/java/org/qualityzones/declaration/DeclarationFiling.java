package org.qualityzones.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.qualityzones.copies.KnownParties;
import org.qualityzones.decisionrecord.DecisionRecorder;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.scope.Scopes;
import org.qualityzones.scope.Visibility;
import org.qualityzones.sql.RoundTrip;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Ids;
import org.qualityzones.web.Problem;

/** Files declarations, one or several, and has them decided; everything in the running transaction, which a refusal leaves. */
@ApplicationScoped
class DeclarationFiling {

    private final Declarations declarations;
    private final Numbers numbers;
    private final LineDecider decider;
    private final ClearedValues values;
    private final DeclarationEvents events;
    private final Visibility visibility;
    private final Audit audit;
    private final Ids ids;

    DeclarationFiling(
            Declarations declarations,
            Numbers numbers,
            LineDecider decider,
            ClearedValues values,
            DeclarationEvents events,
            Visibility visibility,
            Audit audit,
            Ids ids) {
        this.declarations = declarations;
        this.numbers = numbers;
        this.decider = decider;
        this.values = values;
        this.events = events;
        this.visibility = visibility;
        this.audit = audit;
        this.ids = ids;
    }

    /** Which references of these filings the caller used before. */
    Set<String> takenReferences(Collection<DeclarationCommands.Filing> filings, Filer filer) {
        return declarations.references(
                filer.key(),
                filings.stream()
                        .map(DeclarationCommands.Filing::reference)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    /** Refuses what nobody may file, and a reference that the caller used before. @param taken those of them */
    static void check(DeclarationCommands.Filing filing, Set<String> taken, KnownParties parties, Instant now) {
        FilingRules.checkShape(filing);
        FilingRules.checkParties(filing, ShanghaiDays.of(now), parties);
        if (filing.reference() != null && taken.contains(filing.reference())) {
            throw takenReference(filing.reference());
        }
    }

    static Problem takenReference(String reference) {
        return Problem.of(
                        DeclarationProblem.DUPLICATE_REFERENCE,
                        "The reference " + reference + " is taken by an earlier declaration of this caller")
                .at("/reference", "duplicate", "used before");
    }

    /** A filing with the id and the number that its declaration is to have. @param declarationNo null: is given when it is filed */
    record Named(DeclarationCommands.Filing filing, UUID id, String declarationNo) {}

    /** Names a filing that is filed at once. */
    Named named(DeclarationCommands.Filing filing) {
        return new Named(filing, ids.next(), null);
    }

    /** Names filings, rising in their order; what is not filed after all leaves a gap. */
    List<Named> named(List<DeclarationCommands.Filing> filings, Instant now) {
        Iterator<String> given = numbers.nextDeclarations(ShanghaiDays.of(now).getYear(), filings.size())
                .iterator();
        return filings.stream()
                .map(filing -> new Named(filing, ids.next(), given.next()))
                .toList();
    }

    /**
     * Files what was checked, and decides it.
     *
     * @param filings of which no two name one lot
     * @param shown what is wanted of each decision: {@code brief} at least
     * @return the declarations in that order, each with what was wanted of its decisions, by id
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<Declaration, Map<UUID, JsonNode>> file(
            List<Named> filings,
            Filer filer,
            KnownParties parties,
            Function<DecisionRecorder.Recorded, JsonNode> shown,
            Instant now) {
        List<Declaration> filed = new ArrayList<>();
        for (Named named : filings) {
            DeclarationCommands.Filing filing = named.filing();
            Declaration declaration = new Declaration(named.id(), named.declarationNo(), filer.key(), filing, now);
            filing.lines()
                    .forEach(line -> declaration.add(
                            line, FilingRules.producerOf(filing, line), FilingRules.areaOf(filing, line, parties)));
            filed.add(declaration);
        }
        RoundTrip trip = decider.begin();
        Runnable numbering = number(filed, trip, now);
        Map<Declaration, Map<UUID, JsonNode>> decided = decider.decide(
                trip, filed, null, parties, now, shown, each -> ClearedValues.follow(each, parties.cleared()));
        numbering.run();
        values.record(parties.cleared());
        events.filed(decided, now);
        declarations.insert(filed);
        Map<UUID, Set<String>> keys = new LinkedHashMap<>();
        filed.forEach(declaration -> keys.put(declaration.id(), scopes(declaration)));
        visibility.keep(keys);
        audit.record(
                "declaration.file",
                filed.stream()
                        .map(declaration -> new Audit.Subject(
                                declaration.id().toString(),
                                declaration.outcome().name()))
                        .toList());
        return decided;
    }

    /** Asks for the numbers of those that have none. @return what gives them out */
    private static Runnable number(List<Declaration> filed, RoundTrip trip, Instant now) {
        List<Declaration> unnumbered = filed.stream()
                .filter(declaration -> declaration.declarationNo() == null)
                .toList();
        if (unnumbered.isEmpty()) {
            return () -> {};
        }
        Supplier<List<String>> given =
                trip.ask(Numbers.declarations(ShanghaiDays.of(now).getYear(), unnumbered.size()));
        return () -> {
            for (int i = 0; i < unnumbered.size(); i++) {
                unnumbered.get(i).number(given.get().get(i));
            }
        };
    }

    /** Keys under which a declaration is found. */
    static Set<String> scopes(Declaration declaration) {
        Set<String> scopes = new LinkedHashSet<>();
        scopes.add(Scopes.consignor(declaration.consignor()));
        if (declaration.agent() != null) {
            scopes.add(Scopes.agent(declaration.agent()));
        }
        declaration.lines().forEach(line -> {
            scopes.add(Scopes.producer(line.producer()));
            Scopes.area(line.area()).forEach(scopes::add);
            Scopes.heading(line.hsCode()).forEach(scopes::add);
        });
        return scopes;
    }
}
