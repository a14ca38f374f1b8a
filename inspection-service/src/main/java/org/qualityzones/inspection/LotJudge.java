package org.qualityzones.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.qualityzones.rulebook.RuleBook;
import org.qualityzones.ruleset.Outcome;
import org.qualityzones.sampling.Acceptance;
import org.qualityzones.sampling.NonconformityClass;
import org.qualityzones.sampling.SamplingPlan;
import org.qualityzones.sampling.SamplingPlans;
import org.qualityzones.sampling.Switching;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;

/** Judges what an inspection found by its plans; makes them first where the declaration did not give the lot size. */
@ApplicationScoped
class LotJudge {

    private final RuleBook rules;

    LotJudge(RuleBook rules) {
        this.rules = rules;
    }

    /** The verdict with the plans it rests on. */
    record Judged(boolean accepted, List<SamplingPlan> plans, JudgedResult result) {

        /** The lot as the switching rules see it. */
        Switching.Lot lot() {
            SamplingPlan planB = plans.stream()
                    .filter(plan -> plan.nonconformityClass() == NonconformityClass.B)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("A lot is judged without a plan of class B"));
            long nonconforming = result.verdicts().stream()
                    .filter(verdict -> verdict.nonconformityClass() == NonconformityClass.B)
                    .mapToLong(JudgedResult.Verdict::nonconforming)
                    .sum();
            return Switching.Lot.of(accepted, planB, nonconforming);
        }
    }

    /** Refuses with 400 what cannot be judged. */
    Judged judge(Inspection inspection, InspectionCommands.Result found) {
        List<SamplingPlan> plans = plans(inspection, found.lotSize());
        List<Acceptance.Sample> samples = found.samples().stream()
                .map(sample ->
                        new Acceptance.Sample(sample.nonconformityClass(), sample.inspected(), sample.nonconforming()))
                .toList();
        List<Acceptance.Problem> problems = Acceptance.problems(plans, samples);
        if (!problems.isEmpty()) {
            throw unjudgeable(problems, plans);
        }
        boolean failedTest = found.tests().stream().anyMatch(test -> !test.conforming());
        if (failedTest && samples.stream().allMatch(sample -> sample.nonconforming() == 0)) {
            throw Problems.invalid(
                    "/tests",
                    "nonconforming-test-not-counted",
                    "A test did not conform, but no sample counts a nonconforming item");
        }
        Acceptance.Judgement judgement = Acceptance.judge(plans, samples);
        List<JudgedResult.Verdict> verdicts = judgement.verdicts().stream()
                .map(verdict -> verdict(verdict, samples))
                .toList();
        return new Judged(
                judgement.accepted(),
                plans,
                new JudgedResult(verdicts, found.tests(), found.lotSize(), found.remarks()));
    }

    private List<SamplingPlan> plans(Inspection inspection, Long lotSize) {
        if (!inspection.plans().isEmpty()) {
            long planned = inspection.plans().getFirst().lotSize();
            if (lotSize != null && lotSize != planned) {
                throw Problems.invalid("/lotSize", "lot-size-declared", "The plans are for a lot of " + planned);
            }
            return inspection.plans();
        }
        if (lotSize == null) {
            throw Problems.invalid(
                    "/lotSize", "required", "The declaration gave no lot size, so the result must carry it");
        }
        return Outcome.FULL_INSPECTION.name().equals(inspection.outcome())
                ? SamplingPlans.full(lotSize, inspection.severity())
                : SamplingPlans.sampled(
                        lotSize,
                        rules.required(inspection.ruleSetVersion())
                                .sampling()
                                .qualities(inspection.line().hsCode()),
                        inspection.severity());
    }

    private static Problem unjudgeable(List<Acceptance.Problem> problems, List<SamplingPlan> plans) {
        Problem refusal = Problem.of(CommonProblem.INVALID_REQUEST, "The samples cannot be judged by the plans")
                .with("samplingPlans", plans);
        problems.forEach(problem -> refusal.at(
                "/samples", problem.code(), "Class " + problem.nonconformityClass() + ": " + problem.code()));
        return refusal;
    }

    private static JudgedResult.Verdict verdict(Acceptance.Verdict verdict, List<Acceptance.Sample> samples) {
        SamplingPlan plan = verdict.plan();
        Acceptance.Sample sample = samples.stream()
                .filter(found -> found.nonconformityClass() == plan.nonconformityClass())
                .findFirst()
                .orElseThrow();
        return new JudgedResult.Verdict(
                plan.nonconformityClass(),
                plan.sampleSize(),
                plan.accept(),
                plan.reject(),
                sample.inspected(),
                sample.nonconforming(),
                verdict.accepted());
    }
}
