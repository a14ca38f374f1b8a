package org.qualityzones.guard;

import java.util.List;
import org.qualityzones.web.Problem;
import org.qualityzones.web.ProblemType;

/** Every rule that may refuse an act; a refusal names the rule and its citation. */
public enum Guard implements ProblemType {
    NATIONAL_BY_AUTHORITY("national-by-authority", 403, "Acts on a national grade are the authority's", "七(三)"),
    HIGHER_GRADE("higher-grade", 422, "An application is for a higher grade than the zone holds", "三(二)"),
    PROVINCIAL_FIRST("provincial-first", 422, "A national zone is an active provincial zone first", "七(二)"),
    ONE_APPLICATION("one-application", 409, "The zone has an open application", null),
    REAPPLICATION_BAR("reapplication-bar", 422, "A revoked zone may not apply yet", null),
    CONDITIONS_SHOWN("conditions-not-shown", 422, "Evidence for a basic condition is lacking", "四"),
    SCORED("not-scored", 422, "There is no scored assessment sheet", "七(二)"),
    PASS_MARK("pass-mark", 422, "The score is below the pass mark", null),
    VETO_ITEM("veto-item", 422, "A veto item was found", null),
    SECOND_PERSON("second-person", 422, "Proposer and approver are two persons", null),
    NOTICE_RUNNING("notice-running", 409, "The public notice is still running", null),
    ZONE_FINDING("zone-level-finding", 422, "A zone is revoked on a finding about the zone", "六(六)"),
    SITE_IN_ZONE("site-in-zone", 422, "The enterprise's site lies outside the zone", "三(五)"),
    PRODUCT_IN_INDUSTRY("product-in-industry", 422, "No product of the enterprise is of the zone's industry", "三(五)"),
    ENTERPRISE_ACTIVE("enterprise-active", 422, "The enterprise is deregistered", "三(五)"),
    TITLE_OF_ACTIVE_MEMBER("title-of-active-member", 422, "Titles belong to active members of a graded zone", "六(三)"),
    TITLE_HELD_ONCE("title-held-once", 409, "The member holds this title", null),
    TITLE_NOT_HELD("title-not-held", 409, "The member does not hold this title", null),
    MEASURE_NEEDS_GRADE("measure-needs-grade", 422, "Measures are for zones with a grade in force", "六"),
    MEASURE_IN_INDUSTRY("measure-in-industry", 422, "A heading is outside the zone's industry", "六");

    private final String slug;
    private final int status;
    private final String title;
    private final String article;

    Guard(String slug, int status, String title, String article) {
        this.slug = slug;
        this.status = status;
        this.title = title;
        this.article = article;
    }

    /** The article of the opinions it comes from, or our own configuration. */
    public Citation citation() {
        return article == null ? Citation.configured() : Citation.opinions(article);
    }

    /** The problem that tells a client that this rule said no. */
    public Problem refuse(String detail) {
        return Problem.of(this, detail).with("rule", slug).with("citations", List.of(citation()));
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
