package com.anycompany.shop.launcher.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of services agrees with the modules of the build and their settings. */
class ShopServiceTests {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern MODULE = Pattern.compile("<module>(frontend|[a-z]+service)</module>");

    @Test
    void services_areThoseOfTheBuild() throws IOException {
        List<String> modules = MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map(module -> module.group(1))
                .toList();

        assertThat(ShopService.ALL).extracting(ShopService::name).containsExactlyInAnyOrderElementsOf(modules);
    }

    @Test
    void port_isThatOfTheService() {
        assertThat(ShopService.ALL)
                .allSatisfy(service -> assertThat(
                                ROOT.resolve(service.name()).resolve("src/main/resources/application.yaml"))
                        .content()
                        .contains("\nserver:\n  port: " + service.port() + "\n"));
    }
}
