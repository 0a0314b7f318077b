package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Documents and code name only tests and decisions that exist, and each decision is cited where it is implemented. */
class DocumentationTests {

    /** Not a pattern such as {@code *FuzzTests}, nor an option such as {@code -DskipTests}. */
    private static final Pattern TEST_CLASS = Pattern.compile("(?<![\\w*-])[A-Z]\\w*(?:Tests|IT)\\b");

    /** Such as {@code `Checkout.place`}; constants and header names look different. */
    private static final Pattern NAMED_TYPE = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)(?:\\.(\\w+))?`");

    /** Names in the architecture that look like ours: a class of the JDK, an operation of DynamoDB. */
    private static final Set<String> NAMED_OTHERS = Set.of("Clock", "TransactWriteItems");

    /** Documents that name our types, with few others. */
    private static final List<String> CODE_TOURS = List.of("ARCHITECTURE.md", "docs/xray-local-ingest.md");

    private static final Pattern CITED_DECISION = Pattern.compile("\\b(?:ADR |adr/)(\\d{3})\\b");

    /** A row of docs/adr/README.md. */
    private static final Pattern INDEXED_DECISION =
            Pattern.compile("^\\| \\[(\\d{3})]\\(([^)]+)\\) \\|.*\\| ([^|]+) \\|$", Pattern.MULTILINE);

    private static final Pattern DECISION_NUMBER = Pattern.compile("\\b0\\d{2}\\b");

    private static final String[] CODE = {
        ".java", ".js", ".mjs", ".g4", ".xml", ".yaml", ".yml", ".sh", ".properties", "Dockerfile", "shop", "train"
    };

    @Test
    void testClassNamedInADocument_exists() {
        Set<String> existing = SourceFiles.endingWith("Tests.java", "IT.java").stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        Map<String, List<String>> missing = new TreeMap<>();
        for (Path document : SourceFiles.endingWith(".md")) {
            String text = SourceFiles.text(document);
            List<String> unknown = TEST_CLASS
                    .matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .filter(name -> !existing.contains(name))
                    .filter(name -> !text.contains("class " + name + " {")) // an example in the document
                    .toList();
            if (!unknown.isEmpty()) {
                missing.put(SourceFiles.shown(document), unknown);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void typeNamedInTheArchitecture_exists() {
        Map<String, List<Path>> types = SourceFiles.endingWith(".java").stream()
                .collect(Collectors.groupingBy(
                        file -> file.getFileName().toString().replace(".java", "")));
        Set<String> missing = CODE_TOURS.stream()
                .map(document -> SourceFiles.text(Repository.root().resolve(document)))
                .flatMap(text -> NAMED_TYPE.matcher(text).results())
                .filter(name -> !NAMED_OTHERS.contains(name.group(1)))
                .filter(name -> types.getOrDefault(name.group(1), List.of()).stream()
                        .noneMatch(file ->
                                name.group(2) == null || SourceFiles.text(file).contains(name.group(2))))
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).isEmpty();
    }

    @Test
    void citedDecision_exists() {
        Set<String> existing = decisions().keySet();
        Map<String, Set<String>> missing = new TreeMap<>();
        citations(SourceFiles.endingWith(CODE)).forEach((number, files) -> {
            if (!existing.contains(number)) {
                missing.put(number, files);
            }
        });
        citations(SourceFiles.endingWith(".md")).forEach((number, files) -> {
            if (!existing.contains(number)) {
                missing.put(number, files);
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void acceptedDecision_isCitedFromTheCode() {
        Set<String> cited = citations(SourceFiles.endingWith(CODE)).keySet();
        Set<String> uncited = new TreeSet<>();
        decisions().forEach((number, status) -> {
            if (status.startsWith("accepted") && !cited.contains(number)) {
                uncited.add(number);
            }
        });
        assertThat(uncited).isEmpty();
    }

    @Test
    void index_listsEveryDecision() {
        Path folder = Repository.root().resolve("docs/adr");
        String index = SourceFiles.text(folder.resolve("README.md"));
        Set<String> listed = INDEXED_DECISION
                .matcher(index)
                .results()
                .map(row -> row.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> existing = decisionFiles().stream()
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).isEqualTo(existing).allMatch(name -> Files.exists(folder.resolve(name)));
    }

    @Test
    void statusOfADecision_namesTheSameDecisionsInTheIndex() {
        Map<String, Set<String>> indexed = new TreeMap<>();
        decisions().forEach((number, status) -> indexed.put(number, numbers(status)));
        Map<String, Set<String>> stated = new TreeMap<>();
        statuses().forEach((number, status) -> stated.put(number, numbers(status)));
        assertThat(indexed).isEqualTo(stated);
    }

    @Test
    void decisionThatChangesAnother_isNamedInItsStatus() {
        Map<String, Set<String>> oneSided = new TreeMap<>();
        statuses()
                .forEach((number, status) -> numbers(status).forEach(other -> {
                    if (!numbers(statuses().getOrDefault(other, "")).contains(number)) {
                        oneSided.computeIfAbsent(other, missing -> new TreeSet<>())
                                .add(number);
                    }
                }));
        assertThat(oneSided).isEmpty();
    }

    @Test
    void moduleOfTheBuild_standsInTheArchitecture() throws IOException {
        String architecture = SourceFiles.text(Repository.root().resolve("ARCHITECTURE.md"));
        assertThat(Repository.modules())
                .allSatisfy(module -> assertThat(architecture).contains("`" + module + "/`"));
    }

    /** What stands between the title of each decision and its first heading, by its number. */
    private static Map<String, String> statuses() {
        Map<String, String> statuses = new TreeMap<>();
        decisionFiles().forEach(file -> {
            String[] parts = SourceFiles.text(file).split("\n## ", 2)[0].split("\n", 2);
            statuses.put(file.getFileName().toString().substring(0, 3), parts[1].strip());
        });
        return statuses;
    }

    /** Numbers of decisions, not of years or days. */
    private static Set<String> numbers(String status) {
        return DECISION_NUMBER
                .matcher(status)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> decisionFiles() {
        Path folder = Repository.root().resolve("docs/adr");
        return SourceFiles.endingWith(".md").stream()
                .filter(file -> folder.equals(file.getParent()))
                .filter(file -> !file.getFileName().toString().equals("README.md"))
                .toList();
    }

    /** The status of each decision by its number. */
    private static Map<String, String> decisions() {
        Map<String, String> decisions = new TreeMap<>();
        Matcher row =
                INDEXED_DECISION.matcher(SourceFiles.text(Repository.root().resolve("docs/adr/README.md")));
        while (row.find()) {
            assertThat(decisions.put(row.group(1), row.group(3).strip()))
                    .as("two decisions with number %s", row.group(1))
                    .isNull();
        }
        return decisions;
    }

    /** The files that cite each number. */
    private static Map<String, Set<String>> citations(List<Path> files) {
        Map<String, Set<String>> citations = new TreeMap<>();
        for (Path file : files) {
            CITED_DECISION
                    .matcher(SourceFiles.text(file))
                    .results()
                    .forEach(citation -> citations
                            .computeIfAbsent(citation.group(1), number -> new TreeSet<>())
                            .add(SourceFiles.shown(file)));
        }
        return citations;
    }
}
