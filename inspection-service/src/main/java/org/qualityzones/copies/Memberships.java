package org.qualityzones.copies;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.qualityzones.contracts.MembershipState;
import org.qualityzones.contracts.Topics;
import org.qualityzones.contracts.ZoneState;
import org.qualityzones.facts.Zone;
import org.qualityzones.messaging.StateVersion;
import org.qualityzones.messaging.StateVersions;

/** The zones of a producer as this service last heard of them, with the measures and titles in force on a day. */
@ApplicationScoped
class Memberships {

    static final String ACTIVE = "ACTIVE";

    private final MembershipCopies copies;
    private final StateVersions versions;

    Memberships(MembershipCopies copies, StateVersions versions) {
        this.copies = copies;
        this.versions = versions;
    }

    /** @param versions of each zone ({@code zone}) and membership ({@code zone/uscc}) read */
    record Of(List<Zone> zones, List<String> titles, Map<String, Long> versions) {

        static Of nothing() {
            return new Of(new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
        }

        private void add(StateVersion zone, StateVersion membership, String uscc, LocalDate day) {
            versions.put(zone.key(), zone.version());
            versions.put(membership.key(), membership.version());
            zones.add(zone(zone.state(ZoneState.class), uscc, day));
            titles.addAll(Memberships.titles(membership.state(MembershipState.class), day));
        }

        List<String> codes() {
            return zones.stream().map(Zone::code).toList();
        }
    }

    Of of(String uscc, LocalDate day) {
        return of(copies.zonesOf(uscc), uscc, day);
    }

    /** @param codes of the zones in which the enterprise is an active member */
    Of of(List<String> codes, String uscc, LocalDate day) {
        Of found = Of.nothing();
        for (String code : codes) {
            var zone = versions.latest(Topics.ZONE, code);
            var membership = versions.latest(Topics.MEMBERSHIP, key(code, uscc));
            if (zone.isPresent() && membership.isPresent()) {
                found.add(zone.get(), membership.get(), uscc, day);
            }
        }
        return found;
    }

    /** The same of each producer. */
    Map<String, Of> of(Set<String> usccs, LocalDate day) {
        Map<String, List<String>> codes = copies.zonesOf(usccs);
        Set<String> named = new HashSet<>();
        Set<String> keys = new HashSet<>();
        codes.forEach((uscc, of) -> of.forEach(code -> {
            named.add(code);
            keys.add(key(code, uscc));
        }));
        Map<String, StateVersion> zones = versions.latest(Topics.ZONE, named);
        Map<String, StateVersion> memberships = versions.latest(Topics.MEMBERSHIP, keys);
        Map<String, Of> all = new HashMap<>();
        for (String uscc : usccs) {
            Of found = Of.nothing();
            for (String code : codes.getOrDefault(uscc, List.of())) {
                StateVersion zone = zones.get(code);
                StateVersion membership = memberships.get(key(code, uscc));
                if (zone != null && membership != null) {
                    found.add(zone, membership, uscc, day);
                }
            }
            all.put(uscc, found);
        }
        return all;
    }

    private static String key(String zone, String uscc) {
        return zone + "/" + uscc;
    }

    /** The same at another moment. */
    Of of(String uscc, LocalDate day, Moment moment) {
        if (moment.isNow()) {
            return of(uscc, day);
        }
        Of found = Of.nothing();
        for (String code : copies.zonesEverOf(uscc)) {
            var zone = versions.at(Topics.ZONE, code, moment.asOf(), moment.knownAt());
            var membership = versions.at(Topics.MEMBERSHIP, key(code, uscc), moment.asOf(), moment.knownAt());
            boolean active = membership
                    .filter(version ->
                            ACTIVE.equals(version.state(MembershipState.class).status()))
                    .isPresent();
            if (zone.isPresent() && active) {
                found.add(zone.get(), membership.get(), uscc, day);
            }
        }
        return found;
    }

    boolean knowsZone(String code) {
        return versions.latest(Topics.ZONE, code).isPresent();
    }

    private static Zone zone(ZoneState state, String uscc, LocalDate day) {
        List<Zone.Measure> measures = state.measures() == null
                ? List.of()
                : state.measures().stream()
                        .filter(measure -> Parties.inForce(day, measure.from(), measure.until()))
                        .map(measure ->
                                new Zone.Measure(measure.measure(), measure.hsPrefixes(), onRoll(measure, uscc)))
                        .toList();
        return new Zone(
                state.code(),
                Zone.Level.valueOf(state.level()),
                Zone.Status.valueOf(state.status()),
                state.hsPrefixes(),
                measures);
    }

    private static boolean onRoll(ZoneState.Measure measure, String uscc) {
        return measure.roll() != null && measure.roll().contains(uscc);
    }

    private static List<String> titles(MembershipState state, LocalDate day) {
        return state.titles() == null
                ? List.of()
                : state.titles().stream()
                        .filter(title -> Parties.inForce(day, title.from(), title.until()))
                        .map(MembershipState.Title::kind)
                        .toList();
    }
}
