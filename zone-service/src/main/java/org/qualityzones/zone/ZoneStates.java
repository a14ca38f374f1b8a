package org.qualityzones.zone;

import java.util.List;
import org.qualityzones.contracts.LocalizedText;
import org.qualityzones.contracts.ZoneState;
import org.qualityzones.web.codes.LocalizedName;

/** Turns zones into the public state that events and answers carry. */
final class ZoneStates {
    private ZoneStates() {}

    static ZoneState of(Zone zone, List<Measure> measures) {
        return new ZoneState(
                zone.id().toString(),
                zone.code(),
                text(zone.name()),
                zone.areaCode(),
                text(zone.industry()),
                zone.hsPrefixes(),
                zone.level().name(),
                zone.status().name(),
                zone.gradedFrom().orElse(null),
                zone.gradedUntil().orElse(null),
                zone.gradeSource() == null
                        ? null
                        : new ZoneState.GradeSource(
                                zone.gradeSource(), zone.gradeProvenance().name()),
                measures.stream().map(ZoneStates::measure).toList(),
                zone.version());
    }

    private static ZoneState.Measure measure(Measure measure) {
        return new ZoneState.Measure(
                measure.id().toString(),
                measure.kind().name(),
                measure.hsPrefixes(),
                measure.roll(),
                measure.from(),
                measure.until());
    }

    private static LocalizedText text(LocalizedName name) {
        return new LocalizedText(name.zh(), name.en());
    }
}
