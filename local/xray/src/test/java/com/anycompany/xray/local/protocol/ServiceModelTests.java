package com.anycompany.xray.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.anycompany.xray.local.json.Json;
import com.anycompany.xray.local.protocol.ServiceModel.OperationModel;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.services.xray.XRayClient;

/** The table of operations, compared with the models that AWS's own clients come with. */
class ServiceModelTests {

    private static final Path CLIENTS = Path.of("target/clients/python/lib");

    /** AWS has added them after the SDK's version of the tests. */
    private static final Set<String> NEWER = Set.of(
            "UpdateTraceSegmentDestination.CloudWatchLogsConfiguration STRUCTURE",
            "UpdateTraceSegmentDestination.CloudWatchLogsConfiguration.SpansLogGroupKmsKeyId STRING");

    private final ServiceModel model = ServiceModel.read();

    private Stream<OperationModel> ofAws() {
        return model.operations().values().stream()
                .filter(operation -> !operation.path().startsWith("/local/"));
    }

    @Test
    void operationsMembersAndTypes_areThoseOfTheSdkForJava() {
        List<String> ours = new ArrayList<>();
        List<String> theirs = new ArrayList<>();
        ofAws().forEach(operation -> {
            Method method = SdkModel.method(operation);
            assertThat(method).as(operation.name()).isNotNull();
            describe(operation.name(), operation.input(), ours);
            describe(operation.name(), SdkModel.builder(method).sdkFields(), theirs);
        });
        assertThat(theirs).isNotEmpty().isSubsetOf(ours);
        ours.removeAll(theirs);
        assertThat(ours).as("members that this SDK doesn't have yet").allMatch(NEWER::contains);
        assertThat(ofAws().map(operation -> operation.name().toLowerCase(java.util.Locale.ROOT)))
                .containsExactlyInAnyOrderElementsOf(sdkOperations());
    }

    private static Set<String> sdkOperations() {
        Set<String> names = new TreeSet<>();
        Arrays.stream(XRayClient.class.getMethods())
                .filter(method -> method.getReturnType().getSimpleName().endsWith("Response"))
                .forEach(method -> names.add(method.getName().toLowerCase(java.util.Locale.ROOT)));
        return names;
    }

    private static void describe(String path, Shape shape, List<String> lines) {
        if (shape instanceof Shape.Structure structure) {
            structure.members().forEach((name, member) -> {
                String at = path + "." + name;
                lines.add(at + " " + type(member.shape()));
                describe(at, member.shape(), lines);
            });
        } else if (shape instanceof Shape.ListOf list) {
            lines.add(path + "[] " + type(list.element()));
            describe(path + "[]", list.element(), lines);
        } else if (shape instanceof Shape.MapOf map) {
            lines.add(path + "{} " + type(map.value()));
        }
    }

    private static String type(Shape shape) {
        if (shape instanceof Shape.Scalar scalar) {
            return scalar.type().name();
        }
        return shape instanceof Shape.Structure ? "STRUCTURE" : shape instanceof Shape.ListOf ? "LIST" : "MAP";
    }

    private static void describe(String path, List<SdkField<?>> fields, List<String> lines) {
        for (SdkField<?> field : fields) {
            String at = path + "." + field.locationName();
            lines.add(at + " " + type(field));
            describeContent(at, field, lines);
        }
    }

    private static void describeContent(String at, SdkField<?> field, List<String> lines) {
        if (field.marshallingType() == MarshallingType.SDK_POJO) {
            SdkPojo content = field.constructor().get();
            describe(at, content.sdkFields(), lines);
        } else if (field.marshallingType() == MarshallingType.LIST) {
            SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
            lines.add(at + "[] " + type(element));
            describeContent(at + "[]", element, lines);
        } else if (field.marshallingType() == MarshallingType.MAP) {
            lines.add(at + "{} " + type(field.getTrait(MapTrait.class).valueFieldInfo()));
        }
    }

    private static String type(SdkField<?> field) {
        String name = field.marshallingType().getTargetClass().getSimpleName();
        return switch (name) {
            case "Instant" -> "TIMESTAMP";
            case "SdkPojo" -> "STRUCTURE";
            default -> name.toUpperCase(java.util.Locale.ROOT);
        };
    }

    /** What is required, bounds, patterns and enumerations: the SDK doesn't have them. Installed by local/xray/src/test/clients/install. */
    @Test
    void constraintsAndPaths_areThoseOfTheAwsCli() throws IOException {
        Path file = awsCliModel();
        assumeThat(file)
                .as("the AWS CLI, installed by src/test/clients/install")
                .isNotNull();
        Map<?, ?> cli;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            cli = (Map<?, ?>) Json.read(in.readAllBytes());
        }
        Map<?, ?> shapes = (Map<?, ?>) cli.get("shapes");
        Map<?, ?> operations = (Map<?, ?>) cli.get("operations");
        ofAws().forEach(operation -> {
            Map<?, ?> theirs = (Map<?, ?>) operations.get(operation.name());
            assertThat(((Map<?, ?>) theirs.get("http")).get("requestUri"))
                    .as(operation.name())
                    .isEqualTo(operation.path());
            compare(operation.name(), operation.input(), ((Map<?, ?>) theirs.get("input")).get("shape"), shapes);
        });
    }

    private static Path awsCliModel() throws IOException {
        if (!Files.isDirectory(CLIENTS)) {
            return null;
        }
        try (Stream<Path> files = Files.find(
                CLIENTS, 8, (path, is) -> path.endsWith("botocore/data/xray/2016-04-12/service-2.json.gz"))) {
            return files.findAny().orElse(null);
        }
    }

    private static void compare(String path, Shape ours, Object name, Map<?, ?> shapes) {
        Map<?, ?> theirs = (Map<?, ?>) shapes.get(name);
        if (ours instanceof Shape.Structure structure) {
            Map<?, ?> members = (Map<?, ?>) theirs.get("members");
            assertThat(structure.members().keySet()).as(path).isEqualTo(new HashSet<>(members.keySet()));
            structure
                    .members()
                    .forEach((member, shape) -> compare(
                            path + "." + member,
                            shape.shape(),
                            ((Map<?, ?>) members.get(member)).get("shape"),
                            shapes));
        } else if (ours instanceof Shape.ListOf list) {
            assertThat(words(list.constraints())).as(path).isEqualTo(words(theirs, "length"));
            compare(path + "[]", list.element(), ((Map<?, ?>) theirs.get("member")).get("shape"), shapes);
        } else if (ours instanceof Shape.MapOf map) {
            assertThat(words(map.constraints())).as(path).isEqualTo(words(theirs, "length"));
            compare(path + "{key}", map.key(), ((Map<?, ?>) theirs.get("key")).get("shape"), shapes);
            compare(path + "{value}", map.value(), ((Map<?, ?>) theirs.get("value")).get("shape"), shapes);
        } else if (ours instanceof Shape.Scalar scalar) {
            String what = scalar.type() == ScalarType.STRING ? "length" : "value";
            assertThat(words(scalar.constraints())).as(path).isEqualTo(words(theirs, what));
        }
    }

    private static Set<String> words(List<Constraint> constraints) {
        Set<String> words = new HashSet<>();
        constraints.forEach(constraint -> words.add(constraint.words()));
        return words;
    }

    private static Set<String> words(Map<?, ?> shape, String what) {
        Set<String> words = new HashSet<>();
        if (shape.get("max") != null) {
            words.add("Member must have " + what + " less than or equal to " + shape.get("max"));
        }
        if (shape.get("min") != null) {
            words.add("Member must have " + what + " greater than or equal to " + shape.get("min"));
        }
        if (shape.get("enum") != null) {
            words.add("Member must satisfy enum value set: " + shape.get("enum"));
        }
        if (shape.get("pattern") != null) {
            words.add("Member must satisfy regular expression pattern: "
                    + Pattern.compile((String) shape.get("pattern")));
        }
        return words;
    }
}
