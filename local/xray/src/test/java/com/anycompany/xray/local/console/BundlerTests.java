package com.anycompany.xray.local.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundlerTests {

    @Test
    void module_standsAfterThoseThatItImports_andEachStandsOnce() {
        Map<String, String> files = Map.of(
                "app.js", "import { el } from \"./dom.js\";\nimport { count } from \"./format.js\";\nel(count);",
                "dom.js", "import { count } from \"./format.js\";\nexport function el() {}\nfunction own() {}",
                "format.js", "export const count = 1;");
        assertThat(bundle("app.js", files)).isEqualTo("""
                // format.js
                const $format = (() => {
                const count = 1;
                return { count };
                })();
                // dom.js
                const $dom = (() => {
                const { count } = $format;
                function el() {}
                function own() {}
                return { el };
                })();
                // app.js
                const $app = (() => {
                const { el } = $dom;
                const { count } = $format;
                el(count);
                return {  };
                })();
                """);
    }

    @Test
    void imports_areRelativeToTheFileThatImports() {
        Map<String, String> files = Map.of(
                "app/app.js", "import { chart } from \"../chart/chart.js\";\nimport { tab } from \"./tab.js\";",
                "app/tab.js", "export const tab = 1;",
                "chart/chart.js", "import { tab } from \"../app/tab.js\";\nexport const chart = tab;",
                "app/styles.css", "@import \"shell.css\";\n@import \"../chart/chart.css\";\n",
                "app/shell.css", "shell {}",
                "chart/chart.css", "chart {}");
        assertThat(bundle("app/app.js", files))
                .startsWith("// app/tab.js\nconst $app_tab = (() => {\nconst tab = 1;")
                .contains("// chart/chart.js\nconst $chart_chart = (() => {\nconst { tab } = $app_tab;")
                .contains("const { chart } = $chart_chart;\nconst { tab } = $app_tab;");
        assertThat(bundle("app/styles.css", files)).isEqualTo("shell {}\nchart {}\n");
    }

    @Test
    void everyFormOfImportAndExport_thatTheConsoleUses() {
        Map<String, String> files = Map.of(
                "app.js", "import * as api from \"./api.js\";\nimport {\n  ask as askApi,\n} from \"./api.js\";",
                "api.js",
                        "export async function ask() {}\nexport class ApiError extends Error {}\nexport const one = 1;");
        assertThat(bundle("app.js", files))
                .contains("const api = $api;", "const {\n  ask: askApi,\n} = $api;")
                .contains("\nasync function ask() {}\nclass ApiError extends Error {}\n")
                .contains("return { ask, ApiError, one }");
    }

    @Test
    void commentsOnLinesOfTheirOwn_areLeftOut() {
        String text = """
                // Header,
                // two lines.
                export const url = "http://a"; // stays

                /** export const no = 1; */
                export function f() {
                  /**
                   * Several lines.
                   */
                  return "/** stays */";
                }
                """;
        assertThat(bundle("a.js", Map.of("a.js", text))).isEqualTo("""
                // a.js
                const $a = (() => {
                const url = "http://a"; // stays

                function f() {
                  return "/** stays */";
                }

                return { url, f };
                })();
                """);
    }

    @Test
    void whatIsNamedByItsWholeAddress_staysOutside() {
        Map<String, String> files = Map.of(
                "app.js", "import { a } from \"./a.js\";\nimport { late } from \"/console/late.js\";",
                "a.js", "import \"/webjars/a/1/a.min.js\";\nexport const a = globalThis.a;");
        assertThat(bundle("app.js", files))
                .startsWith("import \"/webjars/a/1/a.min.js\";\nimport { late } from \"/console/late.js\";\n// a.js\n");
    }

    @Test
    void styles_takeThePlaceOfTheirImport() {
        Map<String, String> files = Map.of(
                "styles.css",
                "/* All */\n@import \"a.css\";\n@import \"b.css\";\n",
                "a.css",
                ".a {}",
                "b.css",
                "b::after { content: \"$1\"; }");
        assertThat(bundle("styles.css", files)).isEqualTo("/* All */\n.a {}\nb::after { content: \"$1\"; }\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export default 1;",
                "export let changing = 1;",
                "export { a };",
                "export * from \"./b.js\";",
                "import a from \"./b.js\";",
                "const later = () => import(\"./b.js\");",
                "const here = import.meta.url;"
            })
    void otherForms_areRefused(String line) {
        assertThatThrownBy(() -> bundle("app.js", Map.of("app.js", "let a;\n" + line, "b.js", "")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("app.js", line.replaceAll(".*(?=import)", ""));
    }

    @Test
    void modulesThatImportEachOther_areRefused() {
        Map<String, String> files =
                Map.of("a.js", "import { b } from \"./b.js\";", "b.js", "import { a } from \"./a.js\";");
        assertThatThrownBy(() -> bundle("a.js", files)).hasMessageContaining("a.js imports itself by way of [a, b]");
    }

    private static String bundle(String file, Map<String, String> files) {
        return Bundler.bundle(file, name -> Objects.requireNonNull(files.get(name), name));
    }
}
