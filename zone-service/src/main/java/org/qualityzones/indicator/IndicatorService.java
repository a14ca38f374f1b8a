package org.qualityzones.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.qualityzones.member.Memberships;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Ids;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problems;
import org.qualityzones.zone.Zone;
import org.qualityzones.zone.ZoneAccess;
import org.qualityzones.zone.Zones;

/** Records figures and makes reports of them. */
@ApplicationScoped
class IndicatorService {
    private final Zones zones;
    private final Indicators indicators;
    private final Memberships memberships;
    private final ZoneAccess access;
    private final Caller caller;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    IndicatorService(
            Zones zones,
            Indicators indicators,
            Memberships memberships,
            ZoneAccess access,
            Caller caller,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.zones = zones;
        this.indicators = indicators;
        this.memberships = memberships;
        this.access = access;
        this.caller = caller;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    void authorize(String code) {
        access.requireMine(zones.required(code));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer report(String code, IndicatorCommand command) {
        Zone zone = zones.required(code);
        Indicator figure = new Indicator(ids.next(), zone.id(), command, caller.subject(), clock.instant());
        indicators.persist(figure);
        audit.record("indicator.report", code, command.year() + " " + command.indicator());
        return Answer.created(
                "/api/v1/zones/" + code + "/indicators/" + figure.id(), 1, IndicatorView.of(code, figure));
    }

    @Transactional
    Answer get(String code, UUID id) {
        Zone zone = zones.required(code);
        Indicator figure = indicators.of(zone.id(), id).orElseThrow(() -> Problems.notFound("indicator", id));
        return Answer.ok(1, IndicatorView.of(code, figure));
    }

    @Transactional
    Page<IndicatorView> list(String code, PageRequest page) {
        Zone zone = zones.required(code);
        return Page.of(indicators.page(zone.id(), page), page, Indicator::id)
                .map(figure -> IndicatorView.of(code, figure));
    }

    @Transactional
    YearReport year(String code, int year) {
        Zone zone = zones.required(code);
        return YearReport.of(
                code,
                year,
                indicators.latest(zone.id(), year),
                indicators.latest(zone.id(), year - 1),
                memberships.countActive(zone.id()));
    }
}
