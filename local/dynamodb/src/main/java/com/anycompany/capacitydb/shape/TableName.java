package com.anycompany.capacitydb.shape;

import com.anycompany.capacitydb.json.Json;
import java.util.regex.Pattern;

/**
 * Name or ARN of a table that exists, or should.
 *
 * @param min the least length of a name: 1 where items are read and written, 3 where tables are managed
 */
public record TableName(int min) implements Shape {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]+");
    private static final int MAX_NAME = 255;
    private static final int MAX_ARN = 1024;

    @Override
    public void checkType(Json value, boolean member) {
        Text.any().checkType(value, member);
    }

    @Override
    public void validate(Json value, String path, Violations violations) {
        String name = ((Json.Text) value).value();
        boolean arn = name.startsWith("arn:");
        if (name.length() < min) {
            violations.add(show(value), path, "Member must have length greater than or equal to " + min);
        } else if (name.length() > (arn ? MAX_ARN : MAX_NAME)) {
            violations.add(
                    show(value), path, "Member must have length less than or equal to " + (arn ? MAX_ARN : MAX_NAME));
        }
        boolean checked = !name.isEmpty() || min > 1;
        if (!arn && checked && !NAME.matcher(name).matches()) {
            violations.add(show(value), path, "Member must satisfy regular expression pattern: " + NAME);
        }
    }
}
