package com.anycompany.shop.launcher.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageBuildTests {

    private static final Path DOCKERFILE = Path.of("deploy/Dockerfile");
    private static final Path CONTEXT = Path.of("context");

    @Test
    void imageForThisMachine_isBuiltUnderTheNameInTheManifests() {
        assertThat(lines(new ImageBuild(DOCKERFILE, "0.1.0", null, null, null)))
                .containsExactly("build -f deploy/Dockerfile -t anycompany-shop/frontend:0.1.0"
                        + " --build-arg MODULE=frontend context");
    }

    @Test
    void registry_getsTheSameImageUnderItsOwnName() {
        assertThat(lines(new ImageBuild(DOCKERFILE, "7", "registry.example.com/shop", null, null)))
                .hasSize(3)
                .endsWith(
                        "tag anycompany-shop/frontend:7 registry.example.com/shop/frontend:7",
                        "push registry.example.com/shop/frontend:7");
    }

    @Test
    void severalPlatforms_arePushedAsTheyAreBuilt() {
        assertThat(lines(new ImageBuild(DOCKERFILE, "7", "registry.example.com", "mine", "linux/amd64,linux/arm64")))
                .containsExactly("buildx build --push --platform linux/amd64,linux/arm64 -f deploy/Dockerfile"
                        + " -t registry.example.com/frontend:7 --build-arg MODULE=frontend --build-arg BASE=mine"
                        + " context");
    }

    @Test
    void overlay_namesEachImageInTheRegistry() {
        assertThat(new ImageOverlay("registry.example.com/shop", "7")
                        .text(ImagePart.all().subList(0, 2)))
                .isEqualTo("""
                        # Written by ./shop images --push.
                        apiVersion: kustomize.config.k8s.io/v1beta1
                        kind: Kustomization
                        resources:
                          - ../../../deploy/eks
                        images:
                          - name: anycompany-shop/frontend
                            newName: registry.example.com/shop/frontend
                            newTag: "7"
                          - name: anycompany-shop/catalogservice
                            newName: registry.example.com/shop/catalogservice
                            newTag: "7"
                        """);
    }

    private static List<String> lines(ImageBuild build) {
        return build.commands("frontend", CONTEXT).stream()
                .map(command -> String.join(" ", command))
                .toList();
    }
}
