package org.qualityzones.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.qualityzones.contracts.Topics;

/** Gets letters parked, for tests of other packages. */
@ApplicationScoped
public class Poisoner {

    private final Inbox inbox;
    private final DeclarationActs acts;
    private final Effects effects;
    private final ParkedLetters letters;

    Poisoner(Inbox inbox, DeclarationActs acts, Effects effects, ParkedLetters letters) {
        this.inbox = inbox;
        this.acts = acts;
        this.effects = effects;
        this.letters = letters;
    }

    /** Three events of a key, of which the first cannot be taken in. */
    public Case poisonFirstOfThree() {
        String key = "key-" + UUID.randomUUID();
        effects.poison(key, 1);
        for (long version = 1; version <= 3; version++) {
            inbox.receive(acts, Records.declaration(key, version).record());
        }
        return new Case(
                key,
                letters.firstOpen(DeclarationActs.NAME, Topics.DECLARATION, key)
                        .orElseThrow()
                        .id());
    }

    /** Has another version of the key fail. */
    public void poison(String key, long version) {
        effects.poison(key, version);
    }

    public void heal() {
        effects.heal();
    }

    public List<Long> effects(String key) {
        return effects.of(DeclarationActs.NAME, key);
    }

    /** The letter of this version of the key. */
    public UUID letter(String key, long version) {
        return letters.list(null, DeclarationActs.NAME, null, 200).stream()
                .filter(letter -> key.equals(letter.key()) && letter.version() == version)
                .findFirst()
                .orElseThrow()
                .id();
    }

    public record Case(String key, UUID letter) {}
}
