package com.anycompany.xray.local.filter;

import com.anycompany.xray.local.segment.Thrown;
import com.anycompany.xray.local.trace.RootCause;
import com.anycompany.xray.local.trace.RootCause.Service;
import com.anycompany.xray.local.trace.RootCause.Step;
import com.anycompany.xray.local.trace.RootCauses;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The scopes of {@code rootcause.fault.service}, {@code rootcause.responsetime.entity} and so on, and the pattern
 * {@code rootcause.json}. Positions are counted along the whole path of a root cause, from the first service to the last.
 */
final class RootCauseScopes {

    /** An element of a path with its position. */
    private record Placed<T>(T part, int index, boolean last) {}

    private RootCauseScopes() {}

    static void addTo(Scope<Subject> scope) {
        addTo(scope, "rootcause.fault", subject -> subject.rootCauses().faults(), true);
        addTo(scope, "rootcause.error", subject -> subject.rootCauses().errors(), true);
        addTo(scope, "rootcause.responsetime", subject -> subject.rootCauses().responseTimes(), false);
        scope.with("rootcause.json", new RootCausePattern(RootCauseScopes::all));
        scope.with("rootcause.fault.json", new RootCausePattern(subject -> subject.rootCauses().faults().stream()));
        scope.with("rootcause.error.json", new RootCausePattern(subject -> subject.rootCauses().errors().stream()));
        scope.with(
                "rootcause.responsetime.json",
                new RootCausePattern(subject -> subject.rootCauses().responseTimes().stream()));
    }

    private static Stream<RootCause> all(Subject subject) {
        RootCauses causes = subject.rootCauses();
        return Stream.of(causes.faults(), causes.errors(), causes.responseTimes())
                .flatMap(List::stream);
    }

    private static void addTo(
            Scope<Subject> scope, String kind, Function<Subject, List<RootCause>> causes, boolean failures) {
        scope.with(kind + ".service", services(), placed(causes, cause -> cause.services().stream()));
        scope.with(kind + ".entity", entities(failures), placed(causes, RootCauseScopes::steps));
        if (failures) {
            scope.with(
                    kind + ".exception",
                    exceptions(),
                    placed(causes, cause -> steps(cause).flatMap(step -> step.exceptions().stream())));
        }
    }

    private static Stream<Step> steps(RootCause cause) {
        return cause.services().stream().flatMap(service -> service.path().stream());
    }

    private static <T> Function<Subject, Stream<Placed<T>>> placed(
            Function<Subject, List<RootCause>> causes, Function<RootCause, Stream<T>> parts) {
        return subject -> causes.apply(subject).stream().flatMap(cause -> {
            List<T> path = parts.apply(cause).toList();
            return IntStream.range(0, path.size())
                    .mapToObj(index -> new Placed<>(path.get(index), index, index == path.size() - 1));
        });
    }

    private static <T> Scope<Placed<T>> positions(String place) {
        Scope<Placed<T>> scope = new Scope<>(place);
        return scope.with("first", Field.flag(part -> part.index() == 0))
                .with("last", Field.flag(Placed::last))
                .with("index", Field.number(Placed::index));
    }

    private static Scope<Placed<Service>> services() {
        Scope<Placed<Service>> scope = positions("inside rootcause.….service braces");
        return scope.with("name", Field.texts(part -> List.of(part.part().id().name())))
                .with(
                        "type",
                        Field.texts(part -> Fields.optional(part.part().id().type())))
                .with("inferred", Field.flag(part -> part.part().inferred()));
    }

    private static Scope<Placed<Step>> entities(boolean failures) {
        Scope<Placed<Step>> scope = positions("inside rootcause.….entity braces");
        scope.with("name", Field.texts(part -> List.of(part.part().name())))
                .with("remote", Field.flag(part -> part.part().remote()));
        return failures
                ? scope
                : scope.with("coverage", Field.number(part -> part.part().coverage()));
    }

    private static Scope<Placed<Thrown>> exceptions() {
        Scope<Placed<Thrown>> scope = positions("inside rootcause.….exception braces");
        return scope.with(
                        "name", Field.texts(part -> Fields.optional(part.part().type())))
                .with("message", Field.texts(part -> Fields.optional(part.part().message())));
    }
}
