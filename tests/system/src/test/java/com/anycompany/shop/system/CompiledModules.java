package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The compiled main code of all modules, for ArchUnit. */
final class CompiledModules {

    private CompiledModules() {}

    static JavaClasses mainClasses() throws IOException {
        List<Path> compiled = Repository.modules().stream()
                .map(module -> Repository.root().resolve(module).resolve("target/classes"))
                .filter(Files::isDirectory)
                .toList();
        assertThat(compiled)
                .as("compiled modules; without them run: mvn compile")
                .hasSizeGreaterThanOrEqualTo(14);
        return new ClassFileImporter().importPaths(compiled);
    }
}
