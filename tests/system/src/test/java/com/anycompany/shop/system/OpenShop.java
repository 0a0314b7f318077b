package com.anycompany.shop.system;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one shop that they all share; it is started for the first and stopped after the last. */
final class OpenShop implements ParameterResolver {

    /** For a class that disturbs the shop; without an order, classes run before it. */
    static final int LATE = Integer.MAX_VALUE - 10;

    /** For the class that kills everything; what comes after it meets a tired shop. */
    static final int WORST = Integer.MAX_VALUE - 1;

    static final int LAST = Integer.MAX_VALUE;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Shop.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(ExtensionContext.Namespace.create(OpenShop.class))
                .computeIfAbsent(Opening.class, key -> Opening.now(), Opening.class)
                .shop();
    }

    /** One attempt to open the shop; a failure is told to every test instead of being tried again by each. */
    private record Opening(@Nullable Shop opened, @Nullable Exception failure) implements AutoCloseable {

        static Opening now() {
            try {
                return new Opening(Shop.start(), null);
            } catch (IOException | RuntimeException failed) {
                return new Opening(null, failed);
            }
        }

        Shop shop() {
            if (opened == null) {
                throw new IllegalStateException("The shop didn't open", failure);
            }
            return opened;
        }

        @Override
        public void close() {
            if (opened != null) {
                opened.close();
            }
        }
    }
}
