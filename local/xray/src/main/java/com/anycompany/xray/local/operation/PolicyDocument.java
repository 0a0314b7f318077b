package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.json.Json;
import com.anycompany.xray.local.json.JsonProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Parser and validator of resource policies. What needs an AWS account, such as principals, is not validated. */
final class PolicyDocument {

    private static final int MAX_BYTES = 5 * 1024;
    private static final Set<String> VERSIONS = Set.of("2012-10-17", "2008-10-17");

    private final List<Map<?, ?>> statements;

    private PolicyDocument(List<Map<?, ?>> statements) {
        this.statements = statements;
    }

    public static PolicyDocument parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_BYTES) {
            throw ApiException.of(
                    400,
                    "PolicySizeLimitExceededException",
                    "PolicyDocument has " + bytes.length + " bytes; at most " + MAX_BYTES + " are allowed");
        }
        if (!(read(bytes) instanceof Map<?, ?> policy)) {
            throw malformed("it is not a JSON object");
        }
        if (policy.get("Version") != null && !VERSIONS.contains(policy.get("Version"))) {
            throw malformed("Version must be 2012-10-17 or 2008-10-17");
        }
        return new PolicyDocument(statements(policy.get("Statement")));
    }

    private static @Nullable Object read(byte[] bytes) {
        try {
            return Json.read(bytes);
        } catch (JacksonException e) {
            throw malformed("it is not JSON: " + JsonProblem.describe(e));
        }
    }

    private static List<Map<?, ?>> statements(@Nullable Object value) {
        List<?> list = value instanceof List<?> several ? several : value == null ? List.of() : List.of(value);
        if (list.isEmpty()) {
            throw malformed("Statement is missing");
        }
        List<Map<?, ?>> statements = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof Map<?, ?> statement)) {
                throw malformed("a Statement must be an object");
            }
            check(statement);
            statements.add(statement);
        }
        return statements;
    }

    private static void check(Map<?, ?> statement) {
        Object effect = statement.get("Effect");
        if (!"Allow".equals(effect) && !"Deny".equals(effect)) {
            throw malformed("Effect must be Allow or Deny");
        }
        requireOneOf(statement, "Principal", "NotPrincipal");
        requireOneOf(statement, "Action", "NotAction");
        requireOneOf(statement, "Resource", "NotResource");
    }

    private static void requireOneOf(Map<?, ?> statement, String name, String opposite) {
        if (statement.get(name) == null == (statement.get(opposite) == null)) {
            throw malformed("a Statement needs either " + name + " or " + opposite);
        }
    }

    private static ApiException malformed(String problem) {
        return ApiException.of(400, "MalformedPolicyDocumentException", "PolicyDocument is malformed: " + problem);
    }

    /** Whether it denies PutResourcePolicy to every principal without a condition, so that nobody could change it again. */
    public boolean locksOut() {
        return statements.stream()
                .anyMatch(statement -> "Deny".equals(statement.get("Effect"))
                        && statement.get("Condition") == null
                        && isEverybody(statement.get("Principal"))
                        && texts(statement.get("Action")).stream().anyMatch(PolicyDocument::coversPut));
    }

    private static boolean isEverybody(@Nullable Object principal) {
        return principal instanceof Map<?, ?> kinds
                ? texts(kinds.get("AWS")).contains("*")
                : texts(principal).contains("*");
    }

    private static boolean coversPut(String action) {
        String pattern = action.toLowerCase(Locale.ROOT).replace("?", ".").replace("*", ".*");
        return pattern.matches("[a-z0-9:.*]+") && "xray:putresourcepolicy".matches(pattern);
    }

    private static List<String> texts(@Nullable Object value) {
        List<?> list = value instanceof List<?> several ? several : value == null ? List.of() : List.of(value);
        return list.stream().map(String::valueOf).toList();
    }
}
