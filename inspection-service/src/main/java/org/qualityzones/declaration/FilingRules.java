package org.qualityzones.declaration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qualityzones.copies.KnownParties;
import org.qualityzones.copies.Moment;
import org.qualityzones.copies.Parties;
import org.qualityzones.facts.PartyStatus;
import org.qualityzones.facts.Suspension;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Roles;

/** Who may file what: checked at the door, before anything is decided. */
@ApplicationScoped
public class FilingRules {

    private static final String DEREGISTERED = "%s is deregistered and can be no party of a declaration";

    private final Parties enterprises;

    FilingRules(Parties enterprises) {
        this.enterprises = enterprises;
    }

    /** The enterprises that one filing names, each looked up once. */
    public KnownParties parties() {
        return enterprises.once();
    }

    /** The enterprises that all of these filings name, looked up at once. */
    KnownParties partiesOf(Collection<DeclarationCommands.Filing> filings) {
        Set<String> named = new HashSet<>();
        for (DeclarationCommands.Filing filing : filings) {
            named.add(filing.consignor());
            if (filing.agent() != null) {
                named.add(filing.agent());
            }
            filing.lines().forEach(line -> named.add(producerOf(filing, line)));
        }
        return enterprises.once(named);
    }

    /** The same at another moment. */
    public KnownParties parties(Moment moment) {
        return enterprises.once(moment);
    }

    /** The producer of a line: the consignor unless another is named. */
    public static String producerOf(DeclarationCommands.Filing filing, DeclarationCommands.Line line) {
        return line.producer() == null ? filing.consignor() : line.producer();
    }

    /** Area of production of a line: as declared, else the producer's, else digits 3–8 of its code (GB 32100). */
    public static String areaOf(
            DeclarationCommands.Filing filing, DeclarationCommands.Line line, KnownParties parties) {
        if (filing.placeOfProduction() != null) {
            return filing.placeOfProduction();
        }
        String producer = producerOf(filing, line);
        return parties.find(producer).map(party -> party.state().areaCode()).orElse(producer.substring(2, 8));
    }

    /** Refuses with 400 what no caller may send. */
    public static void checkShape(DeclarationCommands.Filing filing) {
        Set<Integer> numbers = new HashSet<>();
        List<DeclarationCommands.Line> lines = filing.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (!numbers.add(lines.get(i).lineNo())) {
                throw Problems.invalid(
                        "/lines/" + i + "/lineNo",
                        "line-no-unique",
                        "lineNo " + lines.get(i).lineNo() + " is given to two lines");
            }
        }
    }

    /** Refuses with 403 a caller that may not act for these parties. Any one of its roles suffices. */
    public static void checkRows(DeclarationCommands.Filing filing, Filer caller, LocalDate day, KnownParties parties) {
        List<Optional<Problem>> refusals = new ArrayList<>();
        if (caller.is(Roles.ENTERPRISE)) {
            refusals.add(asEnterprise(filing, caller));
        }
        if (caller.is(Roles.FILING_AGENT)) {
            refusals.add(asFilingAgent(filing, caller, day, parties));
        }
        if (caller.is(Roles.BUREAU)) {
            refusals.add(asBureau(filing, caller, parties));
        }
        if (refusals.stream().noneMatch(Optional::isEmpty)) {
            throw refusals.stream()
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseGet(
                            () -> Problems.notYourRow("/consignor", "The caller has no role that files declarations"));
        }
    }

    /** An enterprise is the consignor, or the producer of every line. */
    private static Optional<Problem> asEnterprise(DeclarationCommands.Filing filing, Filer caller) {
        boolean own = caller.owns(filing.consignor())
                || filing.lines().stream().allMatch(line -> caller.owns(producerOf(filing, line)));
        return own
                ? Optional.empty()
                : Optional.of(Problems.notYourRow(
                        "/consignor", "The caller is neither the consignor nor the producer of every line"));
    }

    /** An agent files in its own name for consignors that list it. */
    private static Optional<Problem> asFilingAgent(
            DeclarationCommands.Filing filing, Filer caller, LocalDate day, KnownParties parties) {
        if (!caller.owns(filing.agent())) {
            return Optional.of(Problems.notYourRow("/agent", "The agent must be the caller's own code"));
        }
        boolean listed = parties.find(filing.consignor())
                .filter(consignor -> consignor.lists(filing.agent(), day))
                .isPresent();
        return listed
                ? Optional.empty()
                : Optional.of(Problems.notYourRow("/consignor", "The consignor does not list this agent on " + day));
    }

    /** A bureau files at its counter for goods produced in its area. */
    private static Optional<Problem> asBureau(DeclarationCommands.Filing filing, Filer caller, KnownParties parties) {
        boolean inArea = filing.lines().stream().allMatch(line -> caller.covers(areaOf(filing, line, parties)));
        return inArea
                ? Optional.empty()
                : Optional.of(Problems.notYourRow(
                        "/placeOfProduction", "The goods are produced outside of the caller's areas"));
    }

    /** Refuses with 422 parties that may not declare at all. */
    public static void checkParties(DeclarationCommands.Filing filing, LocalDate day, KnownParties parties) {
        Set<String> checked = new LinkedHashSet<>();
        checkParty(filing.consignor(), "/consignor", checked, parties);
        for (int i = 0; i < filing.lines().size(); i++) {
            checkParty(producerOf(filing, filing.lines().get(i)), "/lines/" + i + "/producer", checked, parties);
        }
        if (filing.agent() != null) {
            checkParty(filing.agent(), "/agent", checked, parties);
            parties.find(filing.agent())
                    .filter(agent -> agent.suspensionOn(day) != Suspension.NONE)
                    .ifPresent(agent -> {
                        throw Problem.of(
                                        DeclarationProblem.SUSPENDED_AGENT,
                                        "The agent " + filing.agent() + " is suspended on " + day
                                                + "; the consignor may file itself")
                                .at("/agent", "suspended-agent", "suspended");
                    });
        }
    }

    private static void checkParty(String uscc, String pointer, Set<String> checked, KnownParties parties) {
        if (!checked.add(uscc)) {
            return;
        }
        parties.find(uscc)
                .filter(party -> party.status() == PartyStatus.DEREGISTERED)
                .ifPresent(party -> {
                    throw Problem.of(DeclarationProblem.DEREGISTERED_PARTY, DEREGISTERED.formatted(uscc))
                            .at(pointer, "deregistered", "deregistered");
                });
    }
}
