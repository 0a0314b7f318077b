package com.anycompany.xray.local.junit;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/** What {@link XRayLocalTest} does: one X-Ray Local per outermost test class, emptied before each test. */
final class XRayLocalExtension
        implements BeforeAllCallback, BeforeEachCallback, TestInstancePostProcessor, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(XRayLocalExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        inject(context.getRequiredTestClass(), null, local(context));
    }

    @Override
    public void postProcessTestInstance(Object test, ExtensionContext context) {
        inject(test.getClass(), test, local(context));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        local(context).reset();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalXRay.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return local(context);
    }

    private static LocalXRay local(ExtensionContext context) {
        ExtensionContext outermost = context;
        for (ExtensionContext parent = context.getParent().orElse(null);
                parent != null && parent.getTestClass().isPresent();
                parent = parent.getParent().orElse(null)) {
            outermost = parent;
        }
        return outermost
                .getStore(NAMESPACE)
                .computeIfAbsent(LocalXRay.class, key -> LocalXRay.start(Clock.systemUTC()), LocalXRay.class);
    }

    private static void inject(Class<?> type, @Nullable Object test, LocalXRay local) {
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            for (Field field : declaring.getDeclaredFields()) {
                boolean fits = Modifier.isStatic(field.getModifiers()) == (test == null);
                if (field.getType() == LocalXRay.class && fits) {
                    set(field, test, local);
                }
            }
        }
    }

    private static void set(Field field, @Nullable Object test, LocalXRay local) {
        try {
            field.setAccessible(true);
            field.set(test, local);
        } catch (ReflectiveOperationException e) {
            throw new ExtensionConfigurationException(field + " can't be set; it must not be final", e);
        }
    }
}
