package org.qualityzones.local.story;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.qualityzones.local.client.Gateway;
import org.qualityzones.local.client.SuiteException;

/**
 * The loop of the mission on a running suite: zones and their privileges, four declarations with four outcomes, a lot not
 * accepted and what follows, a notification from abroad that changes decisions, and the proof that the first one computes
 * again. Every call is a real one; what they answer is told, not assumed.
 */
public final class WholeStory {

    private final Stage stage;
    private final Notification notification;

    /**
     * @param env values of {@code stack.env}
     * @param root folder of the project
     * @param codes makes credit codes of enterprises that do not exist
     * @param notification the row from abroad that the story is about
     * @param colours whether {@code out} shows them
     */
    public WholeStory(
            Map<String, String> env,
            Path root,
            CreditCodes codes,
            Notification notification,
            PrintStream out,
            boolean colours) {
        CallNotes calls = new CallNotes();
        this.stage =
                new Stage(new Gateway(env, calls), new Teller(out, colours, calls), calls, new Cast(env, codes), root);
        this.notification = notification;
    }

    /** Plays it. */
    public void play() {
        stage.teller().say("""

                The story (enterprises are fictitious, catalogue entries and exemption are samples: their data say so)""");
        try (Subscriber subscriber = Subscriber.listen()) {
            new ZonesChapter(stage).play();
            new CatalogueChapter(stage).play();
            try (Subscription subscription = Subscription.begin(stage, subscriber)) {
                Filed filed = new DeclarationsChapter(stage).play();
                new InspectionChapter(stage).play(filed.sampled());
                Warned warned = new WarningChapter(stage, notification).play();
                subscription.tell(filed, warned);
                new ReplayChapter(stage).play(filed.exempt());
                stage.teller().end();
            }
        } catch (IOException e) {
            throw new SuiteException("The subscriber of the story finds no free port of 18090-18099", e);
        }
    }
}
