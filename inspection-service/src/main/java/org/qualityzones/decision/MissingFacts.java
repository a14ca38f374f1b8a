package org.qualityzones.decision;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.qualityzones.expression.Frame;
import org.qualityzones.expression.Looked;
import org.qualityzones.facts.Facts;

/** The facts a decision needed and did not have. */
final class MissingFacts {

    private static final int FULL_CODE = 10;

    private final Facts facts;
    private final SortedSet<String> names = new TreeSet<>();

    MissingFacts(Facts facts) {
        this.facts = facts;
        addIf(!facts.producer().known(), "producer");
        addIf(!facts.consignor().known(), "consignor");
        addIf(facts.line().hsCode().length() < FULL_CODE, "line.hsCode");
        addIf(facts.line().valueUsdCents() == null, "line.valueUsdCents");
    }

    void add(String name) {
        names.add(name);
    }

    /** Stale groups count when something read them. */
    void addStale(Frame frame) {
        facts.stale().stream().filter(frame::touched).forEach(names::add);
    }

    /** A condition without an answer did not match: its absent facts are missing, or the rule itself is. */
    void addUnanswerable(Looked looked) {
        List<String> absent = looked.absent();
        if (absent.isEmpty()) {
            names.add("rule:" + looked.name());
        } else {
            names.addAll(absent);
        }
    }

    Basis basis() {
        return names.isEmpty() ? Basis.COMPLETE : Basis.DEGRADED;
    }

    List<String> names() {
        return List.copyOf(names);
    }

    private void addIf(boolean missing, String name) {
        if (missing) {
            names.add(name);
        }
    }
}
