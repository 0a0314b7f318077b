package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.sourceforge.pmd.cpd.CPDConfiguration;
import net.sourceforge.pmd.cpd.CpdAnalysis;
import net.sourceforge.pmd.cpd.Mark;
import net.sourceforge.pmd.cpd.Match;
import net.sourceforge.pmd.lang.java.JavaLanguageModule;
import org.junit.jupiter.api.Test;

/**
 * No two services share a copied block of main code (docs/adr/035-no-copies-between-services.md). A copy within one service
 * isn't counted, and imports are not compared.
 */
class DuplicateCodeTests {

    private static final int TOKENS = 80;

    @Test
    void twoServices_shareNoCopiedBlock() throws IOException {
        assertThat(copiesBetweenServices()).isEmpty();
    }

    private static List<String> copiesBetweenServices() throws IOException {
        CPDConfiguration configuration = new CPDConfiguration();
        configuration.setMinimumTileSize(TOKENS);
        configuration.setOnlyRecognizeLanguage(JavaLanguageModule.getInstance());
        configuration.setSourceEncoding(StandardCharsets.UTF_8);
        for (String service : Shop.SERVICES) {
            configuration.addInputPath(Repository.root().resolve(service).resolve("src/main/java"));
        }
        List<String> copies = new ArrayList<>();
        try (CpdAnalysis analysis = CpdAnalysis.create(configuration)) {
            analysis.performAnalysis(report -> {
                assertThat(report.getProcessingErrors()).isEmpty();
                report.getMatches().forEach(match -> {
                    Map<String, List<String>> places = places(match);
                    if (places.size() > 1) {
                        copies.add(match.getTokenCount() + " tokens: " + places);
                    }
                });
            });
        }
        return copies;
    }

    /** The places of a copy by service. */
    private static Map<String, List<String>> places(Match match) {
        return match.getMarkSet().stream()
                .collect(Collectors.groupingBy(
                        DuplicateCodeTests::service,
                        TreeMap::new,
                        Collectors.mapping(
                                mark -> relative(mark).getFileName() + ":"
                                        + mark.getLocation().getStartLine(),
                                Collectors.toList())));
    }

    private static String service(Mark mark) {
        return relative(mark).getName(0).toString();
    }

    private static Path relative(Mark mark) {
        return Repository.root()
                .relativize(Path.of(mark.getLocation().getFileId().getAbsolutePath()));
    }
}
