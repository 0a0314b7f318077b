package com.anycompany.xray.local.console;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bundler: concatenates an ES module and all modules that it imports into one script, so that a browser sends one request
 * instead of eighty. Each module becomes a function that returns its exports, and stands after the modules that it imports:
 *
 * <pre>
 * // base/dom.js                                 const $base_dom = (() =&gt; {
 * export function el(tag) { … }                  function el(tag) { … }
 *                                                return { el };
 *                                                })();
 * // app/app.js                                  const $app_app = (() =&gt; {
 * import { el } from "../base/dom.js";           const { el } = $base_dom;
 * document.body.append(el("p"));                 document.body.append(el("p"));
 *                                                return {  };
 *                                                })();
 * </pre>
 *
 * It supports the forms of import and export that the console uses, each at the beginning of a line, and rejects all
 * others. Comments on lines of their own are left out. In a style sheet it replaces each {@code @import} by the imported file. Imported files are named relative to the
 * file that imports them.
 */
final class Bundler {

    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:\\* as (\\w+)|(\\{[^}]*})) from \"(\\.{1,2}/[\\w/]+)\\.js\";$");
    /** An import by absolute path stays an import: a library, or a module that the page loads before the bundle. */
    private static final Pattern OUTSIDE = Pattern.compile("(?m)^import (?:\\{[^}]*} from )?\"/[^\"]+\";$");

    private static final Pattern EXPORT =
            Pattern.compile("(?m)^export (?=(?:(?:async )?function|class|const) (\\w+)\\b)");
    /** A comment on lines of its own. */
    private static final Pattern COMMENT = Pattern.compile("(?m)^ *(?://.*|/\\*\\*(?s:.*?)\\*/)\\R");

    private static final Pattern UNKNOWN = Pattern.compile("(?m)^(?:import|export)\\b.*|\\bimport *[.(].*");
    private static final Pattern STYLES = Pattern.compile("(?m)^@import \"([\\w./]+\\.css)\";$");

    private final UnaryOperator<String> sources;
    private final Set<String> outside = new LinkedHashSet<>();
    private final Map<String, String> written = new LinkedHashMap<>();
    private final List<String> importing = new ArrayList<>();

    /** @param sources returns the text of the file of a given path */
    private Bundler(UnaryOperator<String> sources) {
        this.sources = sources;
    }

    static String bundle(String file, UnaryOperator<String> sources) {
        return file.endsWith(".css") ? styles(file, sources) : script(file, sources);
    }

    private static String styles(String file, UnaryOperator<String> sources) {
        return replaced(STYLES, sources.apply(file), imported -> sources.apply(resolve(file, imported.group(1))));
    }

    private static String script(String file, UnaryOperator<String> sources) {
        Bundler bundler = new Bundler(sources);
        bundler.write(file.substring(0, file.length() - ".js".length()));
        return String.join("", bundler.outside) + String.join("", bundler.written.values());
    }

    private void write(String module) {
        if (written.containsKey(module)) {
            return;
        }
        if (importing.contains(module)) {
            throw new IllegalStateException(module + ".js imports itself by way of " + importing);
        }
        importing.add(module);
        String text = COMMENT.matcher(sources.apply(module + ".js")).replaceAll("");
        text = replaced(IMPORT, text, imported -> binding(module, imported));
        text = replaced(OUTSIDE, text, each -> {
            outside.add(each.group() + "\n");
            return "";
        });
        List<String> exported = new ArrayList<>();
        text = replaced(EXPORT, text, each -> {
            exported.add(each.group(1));
            return "";
        });
        refuse(UNKNOWN.matcher(text), module);
        written.put(
                module,
                "// %s.js\nconst %s = (() => {\n%s\nreturn { %s };\n})();\n"
                        .formatted(module, variable(module), text, String.join(", ", exported)));
        importing.remove(module);
    }

    /** import { count as n } from "../base/format.js" → const { count: n } = $base_format; */
    private String binding(String importing, MatchResult imported) {
        String module = resolve(importing, imported.group(3));
        write(module);
        String names = imported.group(1) == null ? imported.group(2).replace(" as ", ": ") : imported.group(1);
        return "const " + names + " = " + variable(module) + ";";
    }

    private static String resolve(String importing, String path) {
        return URI.create(importing).resolve(path).toString();
    }

    private static String variable(String module) {
        return "$" + module.replace('/', '_');
    }

    private static void refuse(Matcher unknown, String module) {
        if (unknown.find()) {
            throw new IllegalStateException(module + ".js can't be bundled because of this: " + unknown.group());
        }
    }

    private static String replaced(Pattern pattern, String text, Function<MatchResult, String> by) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(by.apply(found)));
    }
}
