package org.qualityzones.system.check;

import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test its {@link CheckRun} and enters the outcome under the id that is the test's tag, such as {@code A1}. */
public final class CheckExtension
        implements ParameterResolver, BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(CheckExtension.class);
    private static final Function<Class<?>, Object> NEW = _ -> new CheckRun();
    private static final Function<Class<?>, Object> NEW_REPORT = _ -> new Report();

    /** The report begins before the first check does, and before it starts a suite. */
    @Override
    public void beforeAll(ExtensionContext context) {
        report(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        run(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == CheckRun.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return run(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        context.getTags().stream().filter(Report::isCheck).forEach(tag -> report(context)
                .enter(run(context)
                        .row(
                                tag,
                                context.getRequiredTestClass().getSimpleName() + "."
                                        + context.getRequiredTestMethod().getName(),
                                context.getExecutionException().orElse(null))));
    }

    private static Report report(ExtensionContext context) {
        return (Report) context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Report.class, NEW_REPORT);
    }

    private static CheckRun run(ExtensionContext context) {
        return (CheckRun) context.getStore(NAMESPACE).getOrComputeIfAbsent(CheckRun.class, NEW);
    }
}
