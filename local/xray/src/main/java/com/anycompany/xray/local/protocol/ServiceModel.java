package com.anycompany.xray.local.protocol;

import com.anycompany.xray.local.protocol.Constraint.Range;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Service model: the path of each operation, and the members, types and constraints of its input. It is a table, the
 * resource {@code service-model.txt}, so that each input is validated in one place before the operation runs.
 *
 * <pre>
 * DeleteGroup /DeleteGroup
 *   GroupName string 1..32
 *   GroupARN string 1..400
 * </pre>
 *
 * <p>Decision: docs/adr/050-service-model.md.
 */
public final class ServiceModel {

    private static final String RESOURCE = "service-model.txt";
    private static final String INDENTATION = "  ";

    private final Map<String, OperationModel> operations;

    record OperationModel(String name, String path, Shape.Structure input) {}

    private ServiceModel(Map<String, OperationModel> operations) {
        this.operations = operations;
    }

    public static ServiceModel read() {
        try (InputStream in = ServiceModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ServiceModel(new TableReader(table).operations());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By name. */
    Map<String, OperationModel> operations() {
        return operations;
    }

    OperationModel operation(String name) {
        OperationModel operation = operations.get(name);
        if (operation == null) {
            throw new IllegalArgumentException("the service model has no operation " + name);
        }
        return operation;
    }

    /** Reads the table; a line's depth is its indentation. */
    private static final class TableReader {

        private final List<String> lines;
        private int at;

        TableReader(String table) {
            lines = table.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }

        Map<String, OperationModel> operations() {
            Map<String, OperationModel> operations = new LinkedHashMap<>();
            while (at < lines.size()) {
                String[] words = lines.get(at++).split(" ", -1);
                Shape.Structure input = new Shape.Structure(members(1));
                operations.put(words[0], new OperationModel(words[0], words[1], input));
            }
            return operations;
        }

        private Map<String, Shape.Member> members(int depth) {
            Map<String, Shape.Member> members = new LinkedHashMap<>();
            while (at < lines.size() && lines.get(at).startsWith(INDENTATION.repeat(depth))) {
                Shape.Member member = member(depth);
                members.put(member.name(), member);
            }
            return members;
        }

        private Shape.Member member(int depth) {
            Line line = Line.of(lines.get(at++).strip());
            return new Shape.Member(line.name, line.required, shape(line, depth), line.alias);
        }

        private Shape shape(Line line, int depth) {
            return switch (line.type) {
                case "structure" -> new Shape.Structure(members(depth + 1));
                case "list" -> new Shape.ListOf(member(depth + 1).shape(), Constraint.length(line.range));
                case "map" -> new Shape.MapOf(scalar(depth + 1), scalar(depth + 1), Constraint.length(line.range));
                case "string" -> new Shape.Scalar(ScalarType.STRING, line.textConstraints());
                case "integer" -> new Shape.Scalar(ScalarType.INTEGER, Constraint.value(line.range));
                case "double" -> new Shape.Scalar(ScalarType.DOUBLE, Constraint.value(line.range));
                case "boolean" -> new Shape.Scalar(ScalarType.BOOLEAN, List.of());
                case "timestamp" -> new Shape.Scalar(ScalarType.TIMESTAMP, List.of());
                default -> throw new IllegalStateException("unknown type " + line.type + " of " + line.name);
            };
        }

        private Shape.Scalar scalar(int depth) {
            return (Shape.Scalar) member(depth).shape();
        }
    }

    /** A member's line. @param values those of an enumeration; empty for any */
    private record Line(
            String name,
            boolean required,
            String type,
            Range range,
            List<String> values,
            @Nullable String pattern,
            @Nullable String alias) {

        static Line of(String line) {
            int patternAt = line.indexOf(" pattern ");
            String pattern = patternAt < 0 ? null : line.substring(patternAt + " pattern ".length());
            List<String> words = List.of((patternAt < 0 ? line : line.substring(0, patternAt)).split(" ", -1));
            boolean required = words.get(1).equals("required");
            int type = required ? 2 : 1;
            Range range = Range.ANY;
            List<String> values = List.of();
            String alias = null;
            for (int i = type + 1; i < words.size(); i++) {
                if (words.get(i).equals("alias")) {
                    alias = words.get(i + 1);
                    break;
                }
                if (words.get(i).equals("enum")) {
                    values = words.subList(i + 1, words.size());
                    break;
                }
                String[] ends = words.get(i).split("\\.\\.", -1);
                range = new Range(end(ends[0]), end(ends[1]));
            }
            return new Line(words.get(0), required, words.get(type), range, values, pattern, alias);
        }

        private static @Nullable Integer end(String text) {
            return text.isEmpty() ? null : Integer.valueOf(text);
        }

        List<Constraint> textConstraints() {
            List<Constraint> constraints = new ArrayList<>(Constraint.length(range));
            if (!values.isEmpty()) {
                constraints.add(Constraint.oneOf(values));
            }
            if (pattern != null) {
                constraints.add(Constraint.pattern(pattern));
            }
            return constraints;
        }
    }
}
