package org.qualityzones.system.check;

import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test its {@link CheckRun} and enters the outcome under the id that is the test's tag, such as {@code A1}. */
public final class CheckExtension implements ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace NAMESPACE = Namespace.create(CheckExtension.class);
    private static final Function<Class<?>, Object> NEW = _ -> new CheckRun();
    private static final Function<Class<?>, Object> NEW_REPORT = _ -> new Report();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == CheckRun.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return run(context);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Report report = (Report) context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Report.class, NEW_REPORT);
        context.getTags().stream()
                .filter(Report::isCheck)
                .forEach(tag -> report.enter(run(context)
                        .row(
                                tag,
                                context.getRequiredTestClass().getSimpleName() + "."
                                        + context.getRequiredTestMethod().getName(),
                                context.getExecutionException().orElse(null))));
    }

    private static CheckRun run(ExtensionContext context) {
        return (CheckRun) context.getStore(NAMESPACE).getOrComputeIfAbsent(CheckRun.class, NEW);
    }
}
