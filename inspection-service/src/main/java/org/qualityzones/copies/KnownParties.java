package org.qualityzones.copies;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The enterprises that one filing names: each is looked up once, so that whoever asks sees the same version. Not for
 * concurrent use, nor for longer than the filing.
 */
public final class KnownParties {

    private final Parties parties;
    private final Map<String, Optional<Parties.Party>> found = new HashMap<>();

    KnownParties(Parties parties) {
        this.parties = parties;
    }

    /** The newest version when it was first asked for; empty when the enterprise was never heard of. */
    public Optional<Parties.Party> find(String uscc) {
        return found.computeIfAbsent(uscc, parties::find);
    }
}
