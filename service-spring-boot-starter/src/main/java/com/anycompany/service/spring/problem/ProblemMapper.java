package com.anycompany.service.spring.problem;

import org.jspecify.annotations.Nullable;

/** Translates exceptions of a library into problems. Every bean of this type is asked, in order, before the answer is 500. */
@FunctionalInterface
public interface ProblemMapper {

    /** The problem that the client is told; null where this mapper doesn't know the exception. */
    @Nullable
    ProblemException map(Exception exception);
}
