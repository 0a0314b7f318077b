package com.anycompany.shop.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who calls whom: the very picture that the running shop is compared with, read from the source of the test that does it.
 *
 * @param calls the services that a service calls
 * @param tables the tables that it uses
 */
record Picture(Map<String, Set<String>> calls, Map<String, Set<String>> tables) {

    static final List<String> SERVICES = List.of(
            "frontend", "catalogservice", "cartservice", "orderservice", "paymentservice", "recommendationservice");

    private static final Pattern LINE = Pattern.compile("^ +(\\w+) -> (.*?)(\"\"\";)?$", Pattern.MULTILINE);
    private static final String TABLE = " [AWS::DynamoDB::Table]";

    static Picture ofTheRunningShop() throws IOException {
        String source = Files.readString(
                Repository.root().resolve("tests/system/src/test/java/com/anycompany/shop/system/ServiceGraphIT.java"));
        Map<String, Set<String>> calls = new TreeMap<>();
        Map<String, Set<String>> tables = new TreeMap<>();
        SERVICES.forEach(service -> {
            calls.put(service, new TreeSet<>());
            tables.put(service, new TreeSet<>());
        });
        for (MatchResult line : LINE.matcher(source).results().toList()) {
            Set<String> targets = Arrays.stream(line.group(2).split(", ")).collect(Collectors.toSet());
            for (String target : targets) {
                if (target.endsWith(TABLE)) {
                    tables.get(line.group(1)).add(target.replace(TABLE, ""));
                } else {
                    calls.get(line.group(1)).add(target);
                }
            }
        }
        return new Picture(calls, tables);
    }
}
