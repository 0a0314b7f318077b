package com.anycompany.xray.local.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Checks of the console's files that need no browser: imports, layers, libraries, size. */
class ConsoleAssetsTests {

    private static final Path FOLDER = Path.of("src/main/resources/console");
    private static final Pattern IMPORTED =
            Pattern.compile("(?:from|@import) \"((?:/console/|\\.{1,2}/|(?=\\w))[^\"]+)\"");
    /** Folders that screens share, lowest layer first. A folder imports only from itself and from those before it. */
    private static final List<String> SHARED = List.of("base", "api", "chart", "ui", "graph");
    /** A screen imports only from itself and from the shared folders. */
    private static final List<String> SCREENS =
            List.of("map", "compare", "traces", "trace", "analytics", "configuration");

    private static final List<String> ENTRIES = List.of("app/app.js", "graph/layoutWorker.js", "app/styles.css");
    private static final Pattern WEBJAR = Pattern.compile("/webjars/[^\"'\\s]+");

    @Test
    void libraries_areNamedOnceAndAreOnTheClassPathInThatVersion() throws IOException {
        Map<String, String> files = files();
        List<String> naming = files.keySet().stream()
                .filter(name -> WEBJAR.matcher(text(files, name)).find())
                .toList();
        assertThat(naming).containsExactly("graph/dagre.js");
        assertThat(found(WEBJAR, text(files, "graph/dagre.js")))
                .isNotEmpty()
                .allSatisfy(url -> assertThat(getClass().getResource(url))
                        .as("graph/dagre.js names %s: correct it to the version that is there", url)
                        .isNotNull());
    }

    @Test
    void everyFileThatIsImportedOrLinked_exists() throws IOException {
        Map<String, String> files = files();
        Pattern linked = Pattern.compile("(?:href|src)=\"/console/([^\"]+)\"");
        assertThat(files.keySet()).allSatisfy(file -> assertThat(files.keySet()).containsAll(imports(file, files)));
        assertThat(groups(linked, text(files, "index.html")))
                .contains("bundle/app.js", "bundle/styles.css")
                .allMatch(link -> files.containsKey(link)
                        || ENTRIES.stream().anyMatch(entry -> entry.endsWith(link.replace("bundle/", "/"))));
    }

    @Test
    void everyModuleAndStyle_isReachedFromThePage() throws IOException {
        Map<String, String> files = files();
        Set<String> reached = new TreeSet<>();
        for (String entry : ENTRIES) addImports(entry, files, reached);
        Set<String> unused = new TreeSet<>(files.keySet());
        unused.removeAll(reached);
        assertThat(unused).containsExactly("favicon.svg", "index.html");
    }

    private static void addImports(String file, Map<String, String> files, Set<String> found) {
        if (!found.add(file)) return;
        for (String imported : imports(file, files)) addImports(imported, files, found);
    }

    /** The paths of the console's own files that a file imports. */
    private static List<String> imports(String file, Map<String, String> files) {
        return groups(IMPORTED, text(files, file)).stream()
                .map(path -> path.startsWith("/console/")
                        ? path.substring("/console/".length())
                        : URI.create(file).resolve(path).toString())
                .toList();
    }

    @Test
    void folders_importOnlyFromLowerLayers_andNoScreenFromAnother() throws IOException {
        Map<String, String> files = files();
        assertThat(files.keySet()).filteredOn(file -> file.endsWith(".js")).allSatisfy(file -> {
            String folder = folder(file);
            for (String imported : imports(file, files)) {
                assertThat(mayImport(folder, folder(imported)))
                        .as("%s imports %s", file, imported)
                        .isTrue();
            }
        });
    }

    private static boolean mayImport(String folder, String other) {
        if (folder.equals(other) || folder.equals("app")) {
            return true;
        }
        boolean below = !SHARED.contains(folder) || SHARED.indexOf(other) < SHARED.indexOf(folder);
        return SHARED.contains(other) && below;
    }

    @Test
    void everyFolder_isALayerOrAScreen() throws IOException {
        Set<String> folders = new TreeSet<>(List.of("app", ""));
        folders.addAll(SHARED);
        folders.addAll(SCREENS);
        assertThat(files().keySet()).extracting(ConsoleAssetsTests::folder).containsOnlyElementsOf(folders);
    }

    @Test
    void app_knowsOfEachScreenOnlyItsScreenModule() throws IOException {
        Map<String, String> files = files();
        List<String> imported = files.keySet().stream()
                .filter(file -> folder(file).equals("app") && file.endsWith(".js"))
                .flatMap(file -> imports(file, files).stream())
                .filter(file -> SCREENS.contains(folder(file)))
                .toList();
        assertThat(imported)
                .containsExactlyInAnyOrderElementsOf(SCREENS.stream()
                        .map(screen -> screen + "/" + screen + "Screen.js")
                        .toList());
    }

    private static String folder(String file) {
        return file.substring(0, Math.max(0, file.indexOf('/')));
    }

    @Test
    void page_hasNoInlineScriptOrStyle() throws IOException {
        assertThat(text(files(), "index.html"))
                .doesNotContain("<style", "style=", "onclick=", "onload=")
                .doesNotContainPattern("<script(?![^>]*\\ssrc=)");
    }

    @Test
    void scripts_neverParseTextAsMarkupOrCode() throws IOException {
        var parsing =
                Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function");
        assertThat(files()).allSatisfy((name, text) -> {
            if (name.endsWith(".js")) assertThat(text).as(name).doesNotContainPattern(parsing);
        });
    }

    @Test
    void wholeConsole_weighsLessThan600KilobytesCompressed() throws IOException {
        int own = files().values().stream()
                .mapToInt(text -> compressed(text.getBytes(UTF_8)))
                .sum();
        int libraries = 0;
        for (String url : found(WEBJAR, text(files(), "graph/dagre.js"))) {
            try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(url))) {
                libraries += compressed(in.readAllBytes());
            }
        }
        assertThat(own + libraries).isLessThan(600_000);
    }

    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (var paths = Files.walk(FOLDER)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(FOLDER.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return files;
    }

    private static String text(Map<String, String> files, String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static int compressed(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.size();
    }
}
