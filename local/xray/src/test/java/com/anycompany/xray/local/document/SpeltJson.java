package com.anycompany.xray.local.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** JSON in one of the many spellings that mean the same: members in any order, white space anywhere, characters escaped or not. */
final class SpeltJson {

    private static final String[] SPACES = {"", "", "", " ", "\n", "\t \r\n"};

    private final Random random;
    private final StringBuilder out = new StringBuilder();

    private SpeltJson(Random random) {
        this.random = random;
    }

    static String of(Object value, Random random) {
        SpeltJson json = new SpeltJson(random);
        json.write(value);
        return json.out.toString();
    }

    private void write(Object value) {
        space();
        if (value instanceof Map<?, ?> object) {
            List<Object> members = new ArrayList<>(object.entrySet());
            Collections.shuffle(members, random);
            writeAll('{', members.iterator(), '}');
        } else if (value instanceof List<?> array) {
            writeAll('[', array.iterator(), ']');
        } else if (value instanceof Map.Entry<?, ?> member) {
            write(member.getKey());
            out.append(':');
            write(member.getValue());
        } else if (value instanceof String text) {
            write(text);
        } else {
            out.append(value);
        }
        space();
    }

    private void writeAll(char open, Iterator<?> values, char close) {
        out.append(open);
        space();
        while (values.hasNext()) {
            write(values.next());
            out.append(values.hasNext() ? "," : "");
        }
        out.append(close);
    }

    private void write(String text) {
        out.append('"');
        for (char c : text.toCharArray()) {
            boolean must = c < ' ' || c == '"' || c == '\\';
            if (must && c >= ' ' && random.nextBoolean()) {
                out.append('\\').append(c);
            } else if (must || random.nextInt(20) == 0) {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private void space() {
        out.append(SPACES[random.nextInt(SPACES.length)]);
    }
}
