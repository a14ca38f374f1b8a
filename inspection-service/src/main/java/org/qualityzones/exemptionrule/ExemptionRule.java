package org.qualityzones.exemptionrule;

import static org.qualityzones.ruleset.Citation.CONFIGURATION;
import static org.qualityzones.ruleset.Citation.Provenance.CONFIGURED;
import static org.qualityzones.ruleset.Citation.Provenance.FOUND;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.qualityzones.ruleset.Citation;
import org.qualityzones.web.Problem;

/**
 * The rules that refuse, each with where it comes from. {@code FOUND}: the Measures on exemption of import and export
 * commodities from inspection (进出口商品免验办法, Order 23 of 2002, reissued 2018). {@code CONFIGURED}: our own, or modelled
 * on an article whose text could not be read.
 */
public enum ExemptionRule {
    BAR_AFTER_CANCELLATION(
            FOUND, "A holder whose exemption was cancelled may apply again three years after the notice"),
    BAR_AFTER_REFUSAL(CONFIGURED, "A refused applicant may apply again after a year; modelled on article 13"),
    EXCLUDED_GOODS(CONFIGURED, "Goods that no exemption is accepted for, as configured; modelled on article 6"),
    ONE_APPLICATION(CONFIGURED, "One application at a time for the same goods"),
    ALREADY_EXEMPT(CONFIGURED, "Goods under a certificate in force are renewed, not applied for again"),
    ENTERPRISE_ACTIVE(CONFIGURED, "A deregistered enterprise does not apply"),
    RENEWAL_WINDOW(FOUND, "Renewal is applied for three months before the certificate expires"),
    SAME_RANGE(FOUND, "The exempt range is not changed; a change is a new application"),
    NOT_UNDER_RECTIFICATION(FOUND, "While a nonconformity is being rectified the exemption is suspended"),
    SECOND_PERSON(CONFIGURED, "Who proposed a certificate does not approve it"),
    RECTIFICATION_PERIOD(FOUND, "Rectification takes three to six months, the exemption being suspended meanwhile"),
    TERM_OVER(FOUND, "A certificate is valid for three years"),
    YEAR_NOT_OVER(FOUND, "The exempt trade of a year is reported by the end of January of the next"),
    YEAR_OUTSIDE_TERM(FOUND, "The exempt trade is reported year by year of the term");

    private static final String MEASURES = "进出口商品免验办法";

    private final Citation.Provenance provenance;
    private final String text;

    ExemptionRule(Citation.Provenance provenance, String text) {
        this.provenance = provenance;
        this.text = text;
    }

    /** Stable name, kebab case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The refusal: 422 that names the rule and cites it. */
    public Problem refusal(String why) {
        return Problem.of(ExemptionProblem.EXEMPTION_RULE, why)
                .with("rule", id())
                .with("citation", citation());
    }

    private Map<String, String> citation() {
        Map<String, String> citation = new LinkedHashMap<>();
        citation.put("instrument", provenance == FOUND ? MEASURES : CONFIGURATION);
        citation.put("status", Citation.Status.IN_FORCE.name());
        citation.put("provenance", provenance.name());
        citation.put("text", text);
        return citation;
    }
}
