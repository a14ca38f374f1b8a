package org.qualityzones.system.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the processes of a suite write, told apart by what the tests have done to them by then. */
public final class Logs {

    private final Place place;
    private final Map<Member, Integer> calmLines = new EnumMap<>(Member.class);
    private final Map<Member, Integer> defectsFrom = new EnumMap<>(Member.class);
    private final Map<Member, Integer> defectsTo = new EnumMap<>(Member.class);

    Logs(Place place) {
        this.place = place;
    }

    public Path file(Member member) {
        return place.log(member);
    }

    /** Says that from here on faults explain errors. */
    public void faultsBegin() {
        for (Member member : Member.values()) {
            calmLines.computeIfAbsent(member, unseen -> lines(unseen).size());
        }
    }

    /** Says that from here on what the logs hold is what the code was made to do wrong. */
    public void defectsBegin() {
        faultsBegin();
        for (Member member : Member.values()) {
            defectsFrom.put(member, lines(member).size());
        }
    }

    /** Says that the code does from here on what it should. */
    public void defectsEnd() {
        for (Member member : Member.values()) {
            defectsTo.put(member, lines(member).size());
        }
    }

    /** What a process has written until faults began. */
    public List<String> calm(Member member) {
        List<String> lines = lines(member);
        return lines.subList(0, calmLines.getOrDefault(member, lines.size()));
    }

    /** What a process has written since then, except while defects were seeded. */
    public List<String> faulty(Member member) {
        List<String> lines = lines(member);
        int begun = calmLines.getOrDefault(member, lines.size());
        List<String> faulty = new ArrayList<>(lines.subList(begun, lines.size()));
        if (defectsFrom.containsKey(member)) {
            faulty.subList(defectsFrom.get(member) - begun, defectsTo.getOrDefault(member, lines.size()) - begun)
                    .clear();
        }
        return faulty;
    }

    private List<String> lines(Member member) {
        try {
            // a line that a kill cut off may end within a character
            return new String(Files.readAllBytes(place.log(member)), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
