package org.qualityzones.decision;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qualityzones.facts.JsonOut;
import org.qualityzones.ruleset.Citation;
import org.qualityzones.sampling.SamplingPlan;

/** Writes the record of engine 1: RFC 8785 bytes, codes and ids only. Its form never changes. */
final class RecordWriter {

    private static final int USUAL_SIZE = 16_384;

    private final JsonOut out = new JsonOut(USUAL_SIZE);

    private RecordWriter() {}

    static byte[] bytes(Decision decision) {
        return new RecordWriter().write(decision);
    }

    private byte[] write(Decision decision) {
        DecisionContext context = decision.context();
        out.beginObject();
        asOf(context.asOf());
        out.key("basis").text(decision.basis().name());
        out.key("cause").text(name(context.cause()));
        out.key("decidedAt")
                .text(context.decidedAt() == null ? null : context.decidedAt().toString());
        out.key("declarationId").text(text(context.declarationId()));
        out.key("directRelease").flag(decision.directRelease());
        draw(decision.draw());
        drawn(decision.drawn());
        out.key("engine").text(decision.engine());
        out.key("factsDigest").text(decision.factsDigest());
        out.key("feeWaived").flag(decision.feeWaived());
        out.key("id").text(text(context.id()));
        out.key("lineNo").number(context.lineNo() == null ? null : Long.valueOf(context.lineNo()));
        out.key("missingFacts").texts(decision.missingFacts());
        out.key("mode").text(decision.mode().name());
        out.key("outcome").text(decision.outcome().name());
        reasons(decision.reasons());
        out.key("ruleSet").beginObject();
        out.key("digest").text(decision.ruleSet().digest());
        out.key("version").text(decision.ruleSet().version()).endObject();
        plans(decision.samplingPlans());
        out.key("supersedes").text(text(context.supersedes()));
        trace(decision.trace());
        return out.endObject().bytes();
    }

    private void asOf(AsOf asOf) {
        out.key("asOf").beginObject().key("consignor").number(asOf.consignor());
        out.key("producer").number(asOf.producer());
        versions("warnings", asOf.warnings());
        versions("zones", asOf.zones());
        out.endObject();
    }

    private void versions(String name, Map<String, Long> versions) {
        out.key(name).beginObject();
        versions.forEach((key, version) -> out.key(key).number(version));
        out.endObject();
    }

    private void draw(Draw draw) {
        out.key("draw");
        if (draw == null) {
            out.text(null);
            return;
        }
        out.beginObject()
                .key("date")
                .text(draw.date() == null ? null : draw.date().toString());
        out.key("inheritedFrom");
        Draw.Inherited inherited = draw.inheritedFrom();
        if (inherited == null) {
            out.text(null);
        } else {
            out.beginObject().key("date").text(inherited.date().toString());
            out.key("declarationId").text(text(inherited.declarationId()));
            out.key("lineNo").number(inherited.lineNo()).endObject();
        }
        out.key("share").text(draw.share());
        out.key("threshold").text(draw.threshold());
        out.key("u64").text(draw.u64()).endObject();
    }

    private void drawn(Boolean drawn) {
        out.key("drawn").any(drawn);
    }

    private void reasons(List<Reason> reasons) {
        out.key("reasons").beginArray();
        for (Reason reason : reasons) {
            out.beginObject().key("binding").flag(reason.binding());
            citations(reason.citations());
            out.key("effect").text(reason.effect());
            out.key("liftedBy").text(reason.liftedBy());
            out.key("mode").text(reason.mode().name());
            out.key("rule").text(reason.rule()).endObject();
        }
        out.endArray();
    }

    private void citations(List<Citation> citations) {
        out.key("citations").beginArray();
        for (Citation citation : citations) {
            out.beginObject().key("article").text(citation.article());
            out.key("continuedPractice").flag(citation.continuedPractice());
            out.key("instrument").text(citation.instrument());
            out.key("provenance").text(citation.provenance().name());
            out.key("status").text(citation.status().name()).endObject();
        }
        out.endArray();
    }

    private void plans(List<SamplingPlan> plans) {
        out.key("samplingPlans").beginArray();
        for (SamplingPlan plan : plans) {
            out.beginObject().key("accept").number(plan.accept());
            out.key("aql").text(plan.aql());
            out.key("codeLetter").text(plan.codeLetter());
            out.key("level").text(plan.level());
            out.key("lotSize").number(plan.lotSize());
            out.key("nonconformityClass").text(plan.nonconformityClass().name());
            out.key("planLetter").text(plan.planLetter());
            out.key("reject").number(plan.reject());
            out.key("sampleSize").number(plan.sampleSize());
            out.key("severity").text(plan.severity().name());
            out.key("standard").text(plan.standard()).endObject();
        }
        out.endArray();
    }

    private void trace(List<TraceEntry> trace) {
        out.key("trace").beginArray();
        for (TraceEntry entry : trace) {
            out.beginObject().key("inputs").beginObject();
            entry.eachInput((name, value) -> out.key(name).any(value));
            out.endObject().key("matched").flag(entry.matched());
            out.key("rule").text(entry.rule());
            if (entry.isDefinition()) {
                out.key("value").any(entry.value());
            }
            out.endObject();
        }
        out.endArray();
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
