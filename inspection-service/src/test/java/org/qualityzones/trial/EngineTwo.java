package org.qualityzones.trial;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.qualityzones.decision.DecisionContext;
import org.qualityzones.decision.DecisionEngine;
import org.qualityzones.decision.DecisionRecord;
import org.qualityzones.decision.Engine;
import org.qualityzones.facts.CanonicalJson;
import org.qualityzones.facts.Digests;
import org.qualityzones.facts.Facts;
import org.qualityzones.ruleset.RuleSet;

/** A later engine, made on purpose: its records name it, and say less than those of engine 1. */
@Singleton
public class EngineTwo implements Engine {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String version() {
        return "2";
    }

    @Override
    public DecisionRecord record(Facts facts, RuleSet ruleSet, DecisionContext context) {
        try {
            ObjectNode record = (ObjectNode) JSON.readTree(
                    DecisionEngine.ONE.record(facts, ruleSet, context).bytes());
            record.put("engine", version()).remove("trace");
            byte[] bytes = CanonicalJson.bytes(record);
            return new DecisionRecord(bytes, Digests.sha256(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
