package org.qualityzones.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The people of the committed realm, who get their passwords on this machine. */
final class People {

    private People() {}

    static List<String> in(Path realm) {
        try {
            List<String> names = new ArrayList<>();
            HttpJson.MAPPER
                    .readTree(realm.toFile())
                    .path("users")
                    .forEach(user -> names.add(user.path("username").asText()));
            return names;
        } catch (IOException e) {
            throw new LocalException("Cannot read " + realm + ": " + e.getMessage(), e);
        }
    }
}
