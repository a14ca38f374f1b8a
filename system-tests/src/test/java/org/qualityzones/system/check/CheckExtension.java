package org.qualityzones.system.check;

import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/** Gives a test its {@link CheckRun} and enters the outcome under the id that is the test's tag, such as {@code A1}. */
public final class CheckExtension
        implements ParameterResolver, BeforeAllCallback, BeforeEachCallback, AfterEachCallback, TestWatcher {

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
        enter(context, run(context), context.getExecutionException().orElse(null));
    }

    /** A test that never began, such as without a suite, fails in the table as well. */
    @Override
    public void testFailed(ExtensionContext context, Throwable failure) {
        if (!report(context).hasEntered(context.getUniqueId())) {
            enter(context, new CheckRun(), failure);
        }
    }

    private static void enter(ExtensionContext context, CheckRun run, Throwable failure) {
        String name = context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
        Report report = report(context);
        context.getTags().stream()
                .filter(Report::isCheck)
                .forEach(tag -> report.enter(context.getUniqueId(), run.row(tag, name, failure)));
    }

    private static Report report(ExtensionContext context) {
        return (Report) context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Report.class, NEW_REPORT);
    }

    private static CheckRun run(ExtensionContext context) {
        return (CheckRun) context.getStore(NAMESPACE).getOrComputeIfAbsent(CheckRun.class, NEW);
    }
}
