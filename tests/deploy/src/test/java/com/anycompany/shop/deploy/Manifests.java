package com.anycompany.shop.deploy;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Kubernetes objects as files or kustomize give them, each strictly valid. */
record Manifests(List<HasMetadata> objects) {

    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    /** The files that {@code kubectl apply -f DIR} would take, or the one file. */
    static Manifests appliedFrom(String path) throws IOException {
        Path place = Repository.deploy(path);
        List<HasMetadata> objects = new ArrayList<>();
        for (Path file : Files.isDirectory(place) ? applied(place) : List.of(place)) {
            objects.addAll(parse(Files.readString(file)).objects());
        }
        return new Manifests(objects);
    }

    private static List<Path> applied(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(yaml|yml|json)"))
                    .sorted()
                    .toList();
        }
    }

    /** What {@code kubectl kustomize} makes of a folder. */
    static Manifests kustomized(String folder) throws IOException, InterruptedException {
        String path = Repository.deploy(folder).toString();
        Program kustomize = Program.isInstalled("kubectl")
                ? Program.of("kubectl", "kustomize", path)
                : Program.of("kustomize", "build", path);
        return parse(kustomize.output());
    }

    static Manifests parse(String yaml) throws IOException {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            List<HasMetadata> objects = new ArrayList<>();
            while (documents.hasNextValue()) {
                objects.add(KubernetesModel.strict(documents.nextValue()));
            }
            return new Manifests(objects);
        }
    }

    <T extends HasMetadata> List<T> all(Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends HasMetadata> T one(Class<T> kind, String name) {
        return all(kind).stream()
                .filter(object -> Objects.equals(object.getMetadata().getName(), name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + kind.getSimpleName() + " " + name));
    }

    Manifests and(Manifests others) {
        return new Manifests(
                Stream.concat(objects.stream(), others.objects.stream()).toList());
    }
}
