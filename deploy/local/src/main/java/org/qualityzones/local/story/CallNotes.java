package org.qualityzones.local.story;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.qualityzones.local.client.CallLog;

/** The calls behind a step, equal ones in a row as one line. */
final class CallNotes implements CallLog {

    private final List<Note> notes = new ArrayList<>();
    private boolean waiting;

    /** Calls that differ in nothing but ids. @param times 0 while the story waits for something */
    private record Note(String caller, String call, int status, int times) {

        String line() {
            String suffix = times == 0 ? "  asked until it is so" : times == 1 ? "" : "  ×" + times;
            return "%-18s %s → %d%s".formatted(caller, call, status, suffix);
        }
    }

    @Override
    public synchronized void called(String role, String method, String path, int status) {
        String call = method + " " + template(path);
        boolean uncounted = waiting || call.endsWith("/jobs/{id}");
        Note note = new Note(role.isEmpty() ? "anyone" : role, call, status, uncounted ? 0 : 1);
        Note last = notes.isEmpty() ? null : notes.getLast();
        boolean same = last != null
                && last.caller().equals(note.caller())
                && last.call().equals(note.call())
                && last.status() == note.status()
                && (last.times() == 0) == uncounted;
        if (!same) {
            notes.add(note);
        } else if (!uncounted) {
            notes.set(notes.size() - 1, new Note(note.caller(), note.call(), status, last.times() + 1));
        }
    }

    /** Makes calls whose number depends on how long something takes. */
    <T> T whileWaiting(Supplier<T> calls) {
        waiting = true;
        try {
            return calls.get();
        } finally {
            waiting = false;
        }
    }

    /** The lines since this was asked last. */
    synchronized List<String> take() {
        List<String> lines = notes.stream().map(Note::line).toList();
        notes.clear();
        return lines;
    }

    private static String template(String path) {
        return path.replaceFirst("^https?://[^/]+", "")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "{id}")
                .replaceAll("[0-9A-Z]{18}", "{uscc}")
                .replaceAll("(?<=/catalogue/)\\d{10}", "{hsCode}");
    }
}
