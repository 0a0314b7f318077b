package com.anycompany.xray.local.console;

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
 * Writes a module and everything that it imports into one script, so that a browser asks once instead of eighty times. Each
 * module stays in a function of its own, after those that it imports, and hands on what it exports:
 *
 * <pre>
 * // dom.js                                      const $dom = (() =&gt; {
 * export function el(tag) { … }                  function el(tag) { … }
 *                                                return { el };
 *                                                })();
 * // app.js                                      const $app = (() =&gt; {
 * import { el } from "./dom.js";                 const { el } = $dom;
 * document.body.append(el("p"));                 document.body.append(el("p"));
 *                                                return {  };
 *                                                })();
 * </pre>
 *
 * It knows the few forms of import and export that the console uses, each at the beginning of a line, and refuses all
 * others. A style sheet takes the place of the {@code @import} that names it.
 */
final class Bundler {

    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:\\* as (\\w+)|(\\{[^}]*})) from \"\\./(\\w+)\\.js\";$");
    /** What is named by its whole address is fetched on its own: a each, or a module that shall be there sooner. */
    private static final Pattern OUTSIDE = Pattern.compile("(?m)^import (?:\\{[^}]*} from )?\"/[^\"]+\";$");

    private static final Pattern EXPORT =
            Pattern.compile("(?m)^export (?=(?:(?:async )?function|class|const) (\\w+)\\b)");
    private static final Pattern UNKNOWN = Pattern.compile("(?m)^(?:import|export)\\b.*|\\bimport *[.(].*");
    private static final Pattern STYLES = Pattern.compile("(?m)^@import \"(\\w+\\.css)\";$");

    private final UnaryOperator<String> sources;
    private final Set<String> outside = new LinkedHashSet<>();
    private final Map<String, String> written = new LinkedHashMap<>();
    private final List<String> importing = new ArrayList<>();

    /** @param sources a file's text by its name */
    private Bundler(UnaryOperator<String> sources) {
        this.sources = sources;
    }

    static String bundle(String file, UnaryOperator<String> sources) {
        return file.endsWith(".css") ? styles(file, sources) : script(file, sources);
    }

    private static String styles(String file, UnaryOperator<String> sources) {
        return replaced(STYLES, sources.apply(file), imported -> sources.apply(imported.group(1)));
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
        String text = replaced(IMPORT, sources.apply(module + ".js"), this::binding);
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
                "// %s.js\nconst $%s = (() => {\n%s\nreturn { %s };\n})();\n"
                        .formatted(module, module, text, String.join(", ", exported)));
        importing.remove(module);
    }

    /** import { count as n } from "./format.js" → const { count: n } = $format */
    private String binding(MatchResult imported) {
        write(imported.group(3));
        String names = imported.group(1) == null ? imported.group(2).replace(" as ", ": ") : imported.group(1);
        return "const " + names + " = $" + imported.group(3) + ";";
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
