package com.anycompany.shop.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code deploy/compose.yaml}, its shared parts merged in. */
final class ComposeFile {

    private ComposeFile() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> part(String name) throws IOException {
        Map<String, Map<String, Map<String, Object>>> file = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(Repository.deploy("compose.yaml")));
        return file.get("services").get(name);
    }
}
