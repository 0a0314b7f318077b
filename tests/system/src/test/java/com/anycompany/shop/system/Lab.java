package com.anycompany.shop.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the workshop, and the blocks of commands in its text, those for EKS included. */
record Lab(Path page, List<Block> blocks) {

    private static final Path FOLDER = Path.of("docs/labs");

    private static final Pattern FENCE =
            Pattern.compile("^```sh(?<word> \\w+)?\\R(?<text>.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private static final Pattern LINK = Pattern.compile("]\\((?<page>[a-z-]+\\.md)\\)");

    /** Commands; {@code line} is that of the first in the page. A block with a word behind its fence needs more than the shop. */
    record Block(boolean runsHere, String text, int line) {}

    /** The labs in the order of the index. */
    static List<Lab> all() throws IOException {
        Matcher link = LINK.matcher(Files.readString(Repository.root().resolve(FOLDER.resolve("README.md"))));
        List<Lab> labs = new ArrayList<>();
        for (String page :
                link.results().map(found -> found.group(1)).distinct().toList()) {
            labs.add(read(FOLDER.resolve(page)));
        }
        return labs;
    }

    private static Lab read(Path page) throws IOException {
        String text = Files.readString(Repository.root().resolve(page));
        List<Block> blocks = new ArrayList<>();
        Matcher fence = FENCE.matcher(text);
        while (fence.find()) {
            long line = text.substring(0, fence.start("text")).lines().count() + 1;
            blocks.add(new Block(fence.group("word") == null, fence.group("text"), (int) line));
        }
        return new Lab(page, blocks);
    }

    boolean runsHere() {
        return blocks.stream().anyMatch(Block::runsHere);
    }
}
