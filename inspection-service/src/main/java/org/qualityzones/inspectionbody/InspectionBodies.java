package org.qualityzones.inspectionbody;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.web.Page;

/** The shipped jurisdictions. */
@ApplicationScoped
class InspectionBodies {

    private static final String SHIPPED = "/reference/inspection-bodies.json";

    private final List<InspectionBody> bodies;
    private final Clock clock;

    InspectionBodies(ObjectMapper json, Clock clock) {
        this.bodies = read(json);
        this.clock = clock;
    }

    /**
     * Jurisdictions in force on a day.
     *
     * @param area null: all; else the one whose prefix of the place is longest, if any
     * @param asOf null: today
     */
    Page<InspectionBody> list(String area, Instant asOf) {
        LocalDate day = ShanghaiDays.of(asOf == null ? clock.instant() : asOf);
        return new Page<>(area == null ? inForce(day) : of(area, day).stream().toList(), null);
    }

    Optional<InspectionBody> of(String area, LocalDate day) {
        return inForce(day).stream()
                .filter(body -> body.covers(area) > 0)
                .max(Comparator.comparingInt(body -> body.covers(area)));
    }

    private List<InspectionBody> inForce(LocalDate day) {
        return bodies.stream().filter(body -> body.inForce(day)).toList();
    }

    private static List<InspectionBody> read(ObjectMapper json) {
        try (InputStream in = InspectionBodies.class.getResourceAsStream(SHIPPED)) {
            return json.readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped inspection bodies cannot be read", e);
        }
    }
}
