package com.anycompany.xray.local.junit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/** Lets the tests of one class, nested ones included, wait for each other, and for no others. */
final class OneTestAtATime implements ResourceLocksProvider {

    @Override
    public Set<Lock> provideForMethod(List<Class<?>> enclosing, Class<?> type, Method test) {
        Class<?> outermost = enclosing.isEmpty() ? type : enclosing.get(0);
        return Set.of(new Lock("X-Ray Local of " + outermost.getName()));
    }
}
