package com.anycompany.dynamodb.local;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.anycompany.dynamodb.local.Meter.Access;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a PartiQL statement touches: {@code SELECT … FROM "Table"."Index"} reads, everything else writes. DynamoDB has no
 * joins, so there is one table; a statement that isn't understood has none, and the engine refuses it.
 */
record Statement(
        Access access, @Nullable String table, @Nullable String index, int length) {

    private static final double READ_UNIT = 4096;
    private static final double WRITE_UNIT = 1024;
    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");
    private static final String NAME = "(?:\"([^\"]+)\"|([\\w-]+))";
    private static final Pattern TARGET =
            Pattern.compile("\\b(?:FROM|INTO|UPDATE)\\s+" + NAME + "(?:\\." + NAME + ")?", Pattern.CASE_INSENSITIVE);
    private static final Pattern READ = Pattern.compile("\\s*SELECT\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    static Statement of(@Nullable String partiQl, @Nullable Collection<AttributeValue> parameters) {
        int length = String.valueOf(partiQl).length()
                + (parameters == null ? 0 : String.valueOf(parameters).length());
        String words = partiQl == null ? "" : LITERAL.matcher(partiQl).replaceAll("''");
        Access access = READ.matcher(words).matches() ? Access.READ : Access.WRITE;
        Matcher target = TARGET.matcher(words);
        return target.find()
                ? new Statement(access, name(target, 1), name(target, 3), length)
                : new Statement(access, null, null, length);
    }

    /**
     * What it costs, reckoned from its text and from what it found, because the engine tells no figures for PartiQL: a write
     * unit for each KB that it carries, half a read unit (a whole one if consistent) for each 4 KB that it found.
     */
    double cost(int found, boolean consistent) {
        if (access == Access.WRITE) {
            return Math.ceil(length / WRITE_UNIT);
        }
        double units = Math.max(1, Math.ceil(found / READ_UNIT));
        return consistent ? units : units / 2;
    }

    private static @Nullable String name(Matcher target, int quoted) {
        return target.group(quoted) == null ? target.group(quoted + 1) : target.group(quoted);
    }
}
