package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A test's name says when it runs (CONTRIBUTING.md): {@code *Tests} in Surefire, {@code *IT} in Failsafe. */
class TestNamesTests {

    private static final Pattern TEST_METHOD =
            Pattern.compile("^ +@(?:Test|ParameterizedTest|RepeatedTest|TestFactory)\\b", Pattern.MULTILINE);
    private static final Pattern ABSTRACT = Pattern.compile("^(?:public )?abstract class ", Pattern.MULTILINE);

    @Test
    void classWithTests_isRunByOneOfThePlugins() {
        assertThat(testClasses().stream()
                        .filter(file ->
                                TEST_METHOD.matcher(SourceFiles.text(file)).find())
                        .filter(file ->
                                !ABSTRACT.matcher(SourceFiles.text(file)).find())
                        .map(SourceFiles::shown)
                        .filter(name -> !name.endsWith("Tests.java") && !name.endsWith("IT.java")))
                .as("classes with tests that neither Surefire nor Failsafe runs")
                .isEmpty();
    }

    /** They need no browser, no packaged jar and no other service. */
    @Test
    void testsOfAService_runInSurefire() {
        assertThat(testClasses().stream()
                        .filter(file -> Shop.SERVICES.contains(
                                Repository.root().relativize(file).getName(0).toString()))
                        .map(SourceFiles::shown)
                        .filter(name -> name.endsWith("IT.java")))
                .isEmpty();
    }

    private static List<Path> testClasses() {
        return SourceFiles.endingWith(".java").stream()
                .filter(file -> SourceFiles.shown(file).contains("src/test/java/"))
                .toList();
    }
}
