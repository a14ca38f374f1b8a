package org.qualityzones.system;

/** What the story prints without what differs from run to run. */
final class StoryText {

    private StoryText() {}

    static String lasting(String told, String gateway, String keycloak) {
        String lasting = told.replaceFirst("^story\n", "")
                .replace(gateway, "http://127.0.0.1:8080")
                .replace(keycloak, "http://127.0.0.1:8180")
                .replaceAll("127\\.0\\.0\\.1:1809\\d", "127.0.0.1:18090")
                .replaceAll("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b", "…")
                .replaceAll("sha-256:[0-9a-f]{64}", "sha-256:…")
                .replaceAll("\\b([CD])\\d{14}\\b", "$1…")
                .replaceAll("\\d+\\.\\d ms", "… ms")
                .replaceAll("until \\d{4}-\\d{2}-\\d{2}", "until …")
                .replaceAll("\\d+ verified in all", "… verified in all")
                .replaceAll("(?m)[ \\t]+$", "");
        return lasting.strip() + "\n";
    }
}
