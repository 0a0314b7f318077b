package com.anycompany.shop.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A template, whose functions read as text: {@code !GetAtt Carts.Arn} is {@code "!GetAtt Carts.Arn"}. */
record CloudFormation(JsonNode template) {

    static CloudFormation template(String path) throws IOException {
        Object loaded = new Yaml(new FunctionsAsText()).load(Files.readString(Repository.deploy(path)));
        return new CloudFormation(JsonMapper.builder().build().valueToTree(loaded));
    }

    /** The properties of all resources of a type. */
    List<JsonNode> resources(String type) {
        List<JsonNode> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> resource : template.path("Resources").properties()) {
            if (resource.getValue().path("Type").asText().equals(type)) {
                found.add(resource.getValue().path("Properties"));
            }
        }
        return found;
    }

    JsonNode resource(String name) {
        return template.path("Resources").path(name).path("Properties");
    }

    private static final class FunctionsAsText extends SafeConstructor {

        FunctionsAsText() {
            super(new LoaderOptions());
            for (String function : List.of("!Ref", "!GetAtt", "!Sub")) {
                yamlConstructors.put(new Tag(function), new AbstractConstruct() {
                    @Override
                    public Object construct(Node node) {
                        return function + " " + ((ScalarNode) node).getValue();
                    }
                });
            }
        }
    }
}
