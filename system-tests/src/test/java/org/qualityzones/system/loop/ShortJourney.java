package org.qualityzones.system.loop;

import java.util.Random;
import org.qualityzones.system.client.Answer;
import org.qualityzones.system.oracle.Expected;

/** An enterprise is registered and declares something that nobody must inspect. */
public final class ShortJourney extends Journey {

    public ShortJourney(String uscc, Office office, Expected expected, Random random) {
        super(uscc, office, expected, random);
    }

    @Override
    public void walk() {
        register();
        awaitKnown(1);
        Answer declaration = declare(toy());
        require(declaration.text("/outcome").equals("RELEASE"), "not RELEASE", declaration);
    }
}
