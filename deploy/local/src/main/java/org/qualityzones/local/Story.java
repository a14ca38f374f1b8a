package org.qualityzones.local;

import java.io.PrintStream;
import org.qualityzones.local.client.SuiteException;
import org.qualityzones.local.story.Notification;
import org.qualityzones.local.story.WholeStory;

/** What {@code ./run} shows on a stack that is ready. */
final class Story {

    private Story() {}

    /** Plays the whole story, then says where the stack is and how to ask it something. */
    static void play(StackEnv env, Layout layout, Notification notification, PrintStream out) {
        boolean colours =
                System.console() != null && System.console().isTerminal() && System.getenv("NO_COLOR") == null;
        try {
            new WholeStory(env.values(), layout.root(), FictitiousUscc::of, notification, out, colours).play();
        } catch (SuiteException e) {
            throw new LocalException(
                    "The story stops: " + e.getMessage() + "\nSee ./run status and ./run logs SERVICE", e);
        }
        out.printf("""

                Gateway     %1$s   (%1$s/docs, %1$s/openapi, %1$s/status)
                Keycloak    %2$s (realm %3$s)
                Variables   .local/stack.env

                curl -H "Authorization: Bearer $(./run token BUREAU)" "%1$s/api/v1/declarations?limit=1"
                """, env.get("GATEWAY_URL"), env.get("KEYCLOAK_URL"), env.get("REALM"));
    }
}
