package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Which modules may depend on which (ARCHITECTURE.md), as their poms declare it. Tests may use more; a product may not. */
class ModuleDependencyTests {

    private static final String OURS = "com.anycompany.shop";
    private static final Set<String> STARTERS = Set.of("service-spring-boot-starter", "xray-spring-boot-starter");
    private static final Set<String> COMMAND_LINE = Set.of("command-line");

    /** What is neither a service nor named here stands alone. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("service-spring-boot-starter", Set.of("xray-spring-boot-starter")),
            Map.entry("local/xray-junit", Set.of("xray-local")),
            Map.entry("local/dynamodb-junit", Set.of("capacitydb")),
            Map.entry("local/xray-testcontainers", Set.of("xray-local-junit")),
            Map.entry("local/launcher", COMMAND_LINE),
            Map.entry("traffic/loadgenerator", COMMAND_LINE),
            Map.entry("traffic/randomizer", COMMAND_LINE),
            Map.entry("traffic/audit", COMMAND_LINE));

    @Test
    void module_dependsOnlyOnWhatTheArchitectureAllows() throws Exception {
        Map<String, List<String>> forbidden = new TreeMap<>();
        for (Path module : Repository.modules()) {
            List<String> dependencies =
                    dependencies(Repository.root().resolve(module).resolve("pom.xml"));
            String name = module.toString();
            dependencies.removeAll(Shop.SERVICES.contains(name) ? STARTERS : ALLOWED.getOrDefault(name, Set.of()));
            if (!dependencies.isEmpty()) {
                forbidden.put(name, dependencies);
            }
        }
        assertThat(forbidden).isEmpty();
    }

    @Test
    void serviceGraph_hasTheServicesOfTheBuild() throws IOException {
        assertThat(Repository.modules())
                .extracting(Path::toString)
                .filteredOn(module -> module.matches("frontend|[a-z]+service"))
                .containsExactlyInAnyOrderElementsOf(Shop.SERVICES);
    }

    /** Our modules that a pom names in a scope that reaches its users. */
    private static List<String> dependencies(Path pom) throws IOException, ParserConfigurationException, SAXException {
        NodeList all = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(pom.toFile())
                .getElementsByTagName("dependency");
        List<String> ours = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element dependency = (Element) all.item(i);
            boolean forTests = text(dependency, "scope").equals("test")
                    || text(dependency, "type").equals("test-jar");
            if (text(dependency, "groupId").equals(OURS) && !forTests) {
                ours.add(text(dependency, "artifactId"));
            }
        }
        return ours;
    }

    private static String text(Element element, String child) {
        Node node = element.getElementsByTagName(child).item(0);
        return node == null ? "" : node.getTextContent().strip();
    }
}
