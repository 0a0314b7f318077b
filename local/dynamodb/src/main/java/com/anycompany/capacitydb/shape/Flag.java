package com.anycompany.capacitydb.shape;

import com.anycompany.capacitydb.json.Json;

/** Boolean. */
public record Flag() implements Shape {

    @Override
    public void checkType(Json value, boolean member) {
        if (value instanceof Json.Text) {
            throw Shape.wrongType("Unexpected token received from parser");
        }
        if (!(value instanceof Json.Bool)) {
            throw Shape.notA("Boolean", "java.lang.Boolean", value);
        }
    }
}
