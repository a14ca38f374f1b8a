package org.qualityzones.local;

import java.io.PrintStream;

/** What {@code ./run} shows on a stack that is ready. */
final class Story {

    private Story() {}

    /** Says where the stack is, and how to ask it something. */
    static void play(StackEnv env, PrintStream out) {
        out.printf("""

                Gateway     %s
                Keycloak    %s (realm %s)
                Variables   .local/stack.env

                curl -H "Authorization: Bearer $(./run token BUREAU)" %s/api/v1/zones
                """, env.get("GATEWAY_URL"), env.get("KEYCLOAK_URL"), env.get("REALM"), env.get("GATEWAY_URL"));
    }
}
