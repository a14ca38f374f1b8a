package org.qualityzones.testing;

import java.util.function.Supplier;

/**
 * Texts that all class loaders of this JVM share: tests, test resources and the application under test are loaded by
 * different ones, and a server is started once for all of them.
 */
final class JvmMemory {

    private static final String PREFIX = "qz.testing.";

    private JvmMemory() {}

    /** What was remembered under the key, made and remembered now when there is nothing. */
    static String remember(String key, Supplier<String> make) {
        synchronized (System.getProperties()) {
            String known = System.getProperty(PREFIX + key);
            if (known != null) {
                return known;
            }
            String made = make.get();
            System.setProperty(PREFIX + key, made);
            return made;
        }
    }

    /** What was remembered under the key. */
    static String recall(String key) {
        String known = System.getProperty(PREFIX + key);
        if (known == null) {
            throw new IllegalStateException("Nothing started " + key + " yet: the test class needs @WithServers");
        }
        return known;
    }
}
