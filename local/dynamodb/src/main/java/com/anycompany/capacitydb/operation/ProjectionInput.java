package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.expression.ExpressionKind;
import com.anycompany.capacitydb.expression.Expressions;
import com.anycompany.capacitydb.expression.Path;
import com.anycompany.capacitydb.expression.Projection;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.value.Wording;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request that looks up items by key wants of them. */
public final class ProjectionInput {

    private static final String ATTRIBUTES_TO_GET = "AttributesToGet";

    private ProjectionInput() {}

    public static void checkParameters(JsonObject request) {
        ExpressionInput.checkParameters(
                request, List.of(ExpressionKind.PROJECTION), List.of(ATTRIBUTES_TO_GET), Wording.CURRENT);
    }

    /** Null if all is wanted. */
    public static @Nullable Projection read(JsonObject request, Expressions expressions) {
        if (request.has(ATTRIBUTES_TO_GET)) {
            return new Projection(attributesToGet(request));
        }
        ExpressionInput input = ExpressionInput.of(request, expressions, Wording.CURRENT);
        List<Path> paths = input.projection();
        input.checkAllUsed();
        return paths == null ? null : new Projection(paths);
    }

    static List<Path> attributesToGet(JsonObject request) {
        List<String> names = request.strings(ATTRIBUTES_TO_GET);
        Set<String> distinct = new HashSet<>();
        for (String name : names) {
            if (!distinct.add(name)) {
                throw ServiceException.invalidParameter("Duplicate value in attribute name: " + name);
            }
        }
        return names.stream().map(Path::of).toList();
    }
}
