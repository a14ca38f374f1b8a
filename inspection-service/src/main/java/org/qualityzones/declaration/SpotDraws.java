package org.qualityzones.declaration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.qualityzones.decision.DecisionEngine;
import org.qualityzones.decision.DrawNumbers;
import org.qualityzones.draw.Draws;
import org.qualityzones.draw.LotDraw;
import org.qualityzones.facts.Campaign;
import org.qualityzones.facts.Facts;
import org.qualityzones.rulebook.RuleBook;
import org.qualityzones.ruleset.DrawKind;

/** Draws of spot-check campaigns, for the lines about which they decide. */
@ApplicationScoped
class SpotDraws {

    private final Draws draws;
    private final RuleBook rules;

    SpotDraws(Draws draws, RuleBook rules) {
        this.draws = draws;
        this.rules = rules;
    }

    /** The campaign's draw; empty when none decides about the line and the lot's own draw stands. */
    Optional<LotDraw> of(Declaration declaration, int lineNo, Facts facts, LocalDate lineDay) {
        Campaign campaign = facts.campaign();
        if (campaign.id() == null) {
            return Optional.empty();
        }
        return DecisionEngine.drawNeeded(belowOne(facts), rules.inForce(declaration.declaredAt()))
                .filter(DrawKind.CAMPAIGN::equals)
                .map(_ -> draws.spot(campaign.id(), declaration.id(), lineNo, lineDay));
    }

    /** A share of 1 is drawn whatever the number, so none is needed; the answer names the campaign's all the same. */
    private static Facts belowOne(Facts facts) {
        if (facts.campaign().share() < DrawNumbers.WHOLE) {
            return facts;
        }
        return new Facts(
                facts.line(),
                facts.catalogue(),
                facts.productRisk(),
                facts.producer(),
                facts.consignor(),
                facts.zones(),
                facts.exemption(),
                facts.warnings(),
                facts.history(),
                new Campaign(facts.campaign().id(), DrawNumbers.WHOLE - 1),
                facts.directRelease(),
                facts.stale(),
                facts.draw());
    }
}
