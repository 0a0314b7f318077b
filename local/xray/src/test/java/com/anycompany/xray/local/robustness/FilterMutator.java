package com.anycompany.xray.local.robustness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spoils filter expressions word by word: words left out, doubled, swapped, and taken from other expressions. */
final class FilterMutator implements Mutator {

    private static final Pattern WORD =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z_][\\w.]*|-?[\\d.]+|[!<>]=|#?\\S");
    private static final List<String> MORE = List.of(
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            "!",
            "AND",
            "OR",
            "not",
            "\"",
            "\\",
            "#[",
            "=",
            "1e999",
            "-1",
            "\"\"",
            "é",
            "\u0000",
            "service()",
            "edge(,)",
            "annotation[",
            "annotation.",
            "rootcause.json",
            "group.name",
            "index");

    private final Random random;
    private final List<List<String>> seeds;
    private final List<String> words = new ArrayList<>(MORE);

    FilterMutator(Random random, List<String> expressions) {
        this.random = random;
        this.seeds = expressions.stream().map(FilterMutator::words).toList();
        seeds.forEach(words::addAll);
    }

    private static List<String> words(String expression) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(expression);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    String expression() {
        List<String> expression = new ArrayList<>(any());
        for (int i = random.nextInt(4); i >= 0; i--) {
            spoil(expression);
        }
        return String.join(random.nextInt(4) == 0 ? "" : " ", expression);
    }

    @Override
    public byte[] next() {
        return expression().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> any() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private void spoil(List<String> expression) {
        int at = random.nextInt(expression.size() + 1);
        int other = random.nextInt(expression.size() + 1);
        switch (random.nextInt(8)) {
            case 0 ->
                expression
                        .subList(Math.min(at, other), Math.min(expression.size(), Math.min(at, other) + 1))
                        .clear();
            case 1 ->
                expression.subList(Math.min(at, other), Math.max(at, other)).clear();
            case 2 -> expression.addAll(at, any());
            case 3 -> expression.addAll(List.of(random.nextBoolean() ? "AND" : "OR"));
            case 4 -> expression.addAll(at, Collections.nCopies(random.nextInt(200), word()));
            case 5 -> Collections.shuffle(expression.subList(Math.min(at, other), Math.max(at, other)), random);
            default -> expression.add(at, word());
        }
    }

    private String word() {
        return words.get(random.nextInt(words.size()));
    }
}
