package org.qualityzones.channel.webhook;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Targets that may be reached although they are not public https, for tests and demonstrations. Empty by default. */
final class AllowList {

    private static final Pattern ENTRY = Pattern.compile("(https?)://([A-Za-z0-9.-]+):([0-9]{1,5})(?:-([0-9]{1,5}))?");

    private final List<Entry> entries;

    private AllowList(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * @param text entries {@code scheme://host:port} or {@code scheme://host:port-port}, separated by commas
     * @throws IllegalArgumentException naming the entry that is not one
     */
    static AllowList parse(String text) {
        List<Entry> entries = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (!part.isBlank()) {
                entries.add(entry(part.strip()));
            }
        }
        return new AllowList(entries);
    }

    boolean contains(URI target) {
        return entries.stream().anyMatch(entry -> entry.contains(target));
    }

    private static Entry entry(String text) {
        Matcher matcher = ENTRY.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "Webhook allow list: '" + text + "' is not scheme://host:port or scheme://host:port-port");
        }
        int first = Integer.parseInt(matcher.group(3));
        int last = matcher.group(4) == null ? first : Integer.parseInt(matcher.group(4));
        return new Entry(matcher.group(1), matcher.group(2).toLowerCase(Locale.ROOT), first, last);
    }

    private record Entry(String scheme, String host, int firstPort, int lastPort) {

        boolean contains(URI target) {
            return scheme.equalsIgnoreCase(target.getScheme())
                    && host.equalsIgnoreCase(target.getHost())
                    && target.getPort() >= firstPort
                    && target.getPort() <= lastPort;
        }
    }
}
