package org.qualityzones.system.load;

import java.util.List;
import java.util.function.Consumer;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.CreditCode;
import org.qualityzones.system.client.Receiver;
import org.qualityzones.system.oracle.Comparison.Finding;
import org.qualityzones.system.oracle.Ledger;
import org.qualityzones.system.oracle.Oracle;
import org.qualityzones.system.suite.SuiteUnderTest;

/** The load that goes on beside a check, with an enterprise, a ledger and a subscriber of its own, compared like the check. */
public final class LoadBeside implements AutoCloseable {

    private final SuiteUnderTest suite;
    private final String consignor = CreditCode.random("330226");
    private final Receiver receiver;
    private final Ledger ledger;
    private final Background background;

    private LoadBeside(SuiteUnderTest suite, String name, Rate rate) {
        Callers callers = new Callers(suite);
        this.suite = suite;
        this.receiver = Receiver.listen(suite.notes().resolve("load-webhooks-" + name + ".log"));
        this.ledger = new Ledger(suite.notes().resolve("load-ledger-" + name + ".log"));
        this.background = new Background(Mix.of(suite.gateway(), consignor, callers), ledger, rate);
        receiver.subscribe(callers.as("INTEGRATOR"), consignor);
    }

    /** @param name for its files, unique in the run */
    public static LoadBeside begin(SuiteUnderTest suite, String name, Rate rate) {
        LoadBeside load = new LoadBeside(suite, name, rate);
        load.background.begin();
        return load;
    }

    /** Ends it, and has every declaration of unknown outcome answered. */
    public Carried finish() {
        return background.finish();
    }

    /** What was confirmed is there once, in every place, and nothing else is. @param found hears what the last look found */
    public void compare(Consumer<List<Finding>> found) {
        new Oracle(suite, receiver, consignor).compare(background.ids(), found);
    }

    @Override
    public void close() {
        background.close();
        receiver.close();
        ledger.close();
    }
}
