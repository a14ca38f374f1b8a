package org.qualityzones.sampling;

import java.util.ArrayList;
import java.util.List;

/** Judges the samples of a lot: accepted when every plan has at most its acceptance number of nonconforming items. */
public final class Acceptance {

    private Acceptance() {}

    /**
     * @throws IllegalArgumentException when a plan has no sample, or a sample is too small or contradicts itself; check with
     *     {@link #problems} first
     */
    public static Judgement judge(List<SamplingPlan> plans, List<Sample> samples) {
        List<Problem> problems = problems(plans, samples);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString());
        }
        List<Verdict> verdicts = plans.stream()
                .map(plan -> new Verdict(plan, sampleOf(plan, samples).nonconforming() <= plan.accept()))
                .toList();
        return new Judgement(verdicts.stream().allMatch(Verdict::accepted), verdicts);
    }

    /** What keeps these samples from being judged by these plans; empty when nothing does. */
    public static List<Problem> problems(List<SamplingPlan> plans, List<Sample> samples) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            NonconformityClass judged = sample.nonconformityClass();
            if (samples.subList(0, i).stream().anyMatch(earlier -> earlier.nonconformityClass() == judged)) {
                problems.add(new Problem(judged, "duplicate"));
            }
            if (plans.stream().noneMatch(plan -> plan.nonconformityClass() == judged)) {
                problems.add(new Problem(judged, "no-plan"));
            }
            if (sample.nonconforming() < 0 || sample.nonconforming() > sample.inspected()) {
                problems.add(new Problem(judged, "more-than-inspected"));
            }
        }
        for (SamplingPlan plan : plans) {
            Sample sample = sampleOf(plan, samples);
            if (sample == null) {
                problems.add(new Problem(plan.nonconformityClass(), "no-sample"));
            } else if (sample.inspected() < plan.sampleSize() || sample.inspected() > plan.lotSize()) {
                problems.add(new Problem(plan.nonconformityClass(), "sample-size"));
            }
        }
        return problems;
    }

    private static Sample sampleOf(SamplingPlan plan, List<Sample> samples) {
        return samples.stream()
                .filter(sample -> sample.nonconformityClass() == plan.nonconformityClass())
                .findFirst()
                .orElse(null);
    }

    /** What was found; a larger sample than planned is judged by the same acceptance number. */
    public record Sample(NonconformityClass nonconformityClass, long inspected, long nonconforming) {}

    /** The verdict of one plan. */
    public record Verdict(SamplingPlan plan, boolean accepted) {}

    /** The verdict of the lot. */
    public record Judgement(boolean accepted, List<Verdict> verdicts) {}

    /** @param code {@code no-sample}, {@code no-plan}, {@code sample-size}, {@code more-than-inspected}, {@code duplicate} */
    public record Problem(NonconformityClass nonconformityClass, String code) {}
}
