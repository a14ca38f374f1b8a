package org.qualityzones.system.suite;

import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one suite of the run: started when the first asks, stopped after the last, also when one failed. */
public final class SuiteExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SuiteExtension.class);
    private static final Function<Class<?>, Object> START = type -> start();

    private static RuntimeException failure;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SuiteUnderTest.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(SuiteUnderTest.class, START);
    }

    /** A suite that could not be started once is not tried again for each class. */
    private static SuiteUnderTest start() {
        if (failure != null) {
            throw failure;
        }
        try {
            return SuiteUnderTest.start();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }
}
