package com.anycompany.shop.system;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tables in the CloudFormation template. */
record TableTemplate(JsonNode resources) {

    static TableTemplate ofCloudFormation() throws IOException {
        Object loaded = new Yaml(new WithoutFunctions())
                .load(Files.readString(Repository.root().resolve("deploy/eks/tables.yaml")));
        return new TableTemplate(
                JsonMapper.shared().<JsonNode>valueToTree(loaded).path("Resources"));
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        resources.properties().forEach(resource -> {
            if (resource.getValue().path("Type").asString().equals("AWS::DynamoDB::Table")) {
                names.add(
                        resource.getValue().path("Properties").path("TableName").asString());
            }
        });
        return names;
    }

    String text(String table) {
        JsonNode properties = resources.path(table).path("Properties");
        JsonNode timeToLive = properties.path("TimeToLiveSpecification");
        return TableText.of(
                properties,
                timeToLive.path("Enabled").asBoolean(false)
                        ? timeToLive.path("AttributeName").asString()
                        : "");
    }

    /** Nothing that a table consists of is computed, so functions may read as empty. */
    private static final class WithoutFunctions extends SafeConstructor {

        WithoutFunctions() {
            super(new LoaderOptions());
            for (String function : List.of("!Ref", "!GetAtt", "!Sub")) {
                yamlConstructors.put(new Tag(function), new AbstractConstruct() {
                    @Override
                    public Object construct(Node node) {
                        return "";
                    }
                });
            }
        }
    }
}
