package com.anycompany.shop.launcher.image;

import java.util.List;
import java.util.stream.Collectors;

/** A kustomization that runs the manifests of {@code deploy/eks} with images from a registry. */
public record ImageOverlay(String registry, String tag) {

    public String text(List<ImagePart> parts) {
        return """
                # Written by ./shop images --push.
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources:
                  - ../../../deploy/eks
                images:
                """ + parts.stream().map(this::image).collect(Collectors.joining());
    }

    private String image(ImagePart part) {
        String local = ImageBuild.local(part.name(), tag);
        return """
                  - name: %s
                    newName: %s/%s
                    newTag: "%s"
                """.formatted(local.substring(0, local.lastIndexOf(':')), registry, part.name(), tag);
    }
}
