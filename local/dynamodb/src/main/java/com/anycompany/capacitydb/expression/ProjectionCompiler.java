package com.anycompany.capacitydb.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a projection of its parse tree. */
final class ProjectionCompiler {

    private enum Problem {
        RESERVED_WORD,
        PLACEHOLDER,
        PATH
    }

    private ProjectionCompiler() {}

    static List<Path> compile(ProjectionParser.StartContext tree, Placeholders placeholders) {
        Problems<Problem> problems = new Problems<>(Problem.class);
        PathReader reader = new PathReader(
                placeholders,
                message -> problems.add(Problem.RESERVED_WORD, message),
                message -> problems.add(Problem.PLACEHOLDER, message),
                message -> problems.add(Problem.PATH, message));
        List<Path> paths = new ArrayList<>();
        tree.path().forEach(path -> paths.add(reader.read(path)));
        @Nullable String overlap = PathOverlap.message(paths);
        if (overlap != null) {
            problems.add(Problem.PATH, overlap);
        }
        String worst = problems.worst();
        if (worst != null) {
            throw ExpressionKind.PROJECTION.invalid(worst);
        }
        return paths;
    }
}
