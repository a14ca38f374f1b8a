package org.qualityzones.copies;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.qualityzones.exportvalue.NewlyCleared;

/**
 * The enterprises that filings of one transaction name: each is looked up once, so that whoever asks sees the same version,
 * and so is what else several lines ask for. Not for concurrent use, nor for longer than the filing.
 */
public final class KnownParties {

    private final Function<String, Optional<Parties.Party>> parties;
    private final Map<String, Optional<Parties.Party>> found = new HashMap<>();
    private final Lookups lookups = new Lookups();
    private final NewlyCleared cleared = new NewlyCleared();

    KnownParties(Function<String, Optional<Parties.Party>> parties) {
        this.parties = parties;
    }

    /** The newest version when it was first asked for; empty when the enterprise was never heard of. */
    public Optional<Parties.Party> find(String uscc) {
        return found.computeIfAbsent(uscc, parties);
    }

    /** An enterprise that was looked up with others. @param party empty when it was never heard of */
    void know(String uscc, Optional<Parties.Party> party) {
        found.put(uscc, party);
    }

    /** What these filings clear; the next one of them is decided with what the one before it added. */
    public NewlyCleared cleared() {
        return cleared;
    }

    Lookups lookups() {
        return lookups;
    }
}
