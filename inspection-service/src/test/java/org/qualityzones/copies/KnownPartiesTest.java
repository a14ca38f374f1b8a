package org.qualityzones.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownPartiesTest {

    private final List<String> lookedUp = new ArrayList<>();
    private final Parties parties = new Parties(null) {
        @Override
        Optional<Party> find(String uscc) {
            lookedUp.add(uscc);
            return "known".equals(uscc) ? Optional.of(new Party(lookedUp.size(), null)) : Optional.empty();
        }
    };

    @Test
    void shouldLookUpEachEnterpriseOnceEvenWhenItIsUnknown() {
        KnownParties filing = parties.once();

        assertThat(filing.find("known")).isEqualTo(filing.find("known"));
        assertThat(filing.find("unknown")).isEmpty();
        assertThat(filing.find("unknown")).isEmpty();
        assertThat(lookedUp).containsExactly("known", "unknown");
    }

    @Test
    void shouldLookAgainForTheNextFiling() {
        parties.once().find("known");

        assertThat(parties.once().find("known").orElseThrow().version()).isEqualTo(2);
    }
}
