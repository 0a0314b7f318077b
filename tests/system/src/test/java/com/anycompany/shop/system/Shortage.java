package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table with one read and one write unit, until it gets back what it had. */
record Shortage(Shop shop, String table, String read, String write) implements AutoCloseable {

    private static final Pattern CAPACITY = Pattern.compile("has (\\d+) read and (\\d+) write");

    static Shortage of(Shop shop, String table) throws IOException, InterruptedException {
        Matcher had = CAPACITY.matcher(shop.script().run("capacity", table).output());
        assertThat(had.find()).isTrue();
        Shortage shortage = new Shortage(shop, table, had.group(1), had.group(2));
        shortage.set("1", "1");
        return shortage;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        set(read, write);
    }

    private void set(String read, String write) throws IOException, InterruptedException {
        Script.Result set = shop.script().run("capacity", table, "--read", read, "--write", write);
        assertThat(set.exitCode()).as(set.output()).isZero();
    }
}
