package com.anycompany.capacitydb.expression;

import java.util.ArrayList;
import java.util.List;

/** Finds the places that a condition looks at. */
public final class ConditionPaths {

    private final List<Path> paths = new ArrayList<>();

    private ConditionPaths() {}

    /** The paths in the order of the condition. */
    public static List<Path> of(Condition condition) {
        ConditionPaths found = new ConditionPaths();
        found.add(condition);
        return found.paths;
    }

    private void add(Condition condition) {
        if (condition instanceof Condition.And and) {
            add(and.left());
            add(and.right());
        } else if (condition instanceof Condition.Or or) {
            add(or.left());
            add(or.right());
        } else if (condition instanceof Condition.Not not) {
            add(not.condition());
        } else if (condition instanceof Condition.Comparison comparison) {
            add(comparison.left());
            add(comparison.right());
        } else if (condition instanceof Condition.Between between) {
            add(between.operand());
            add(between.lower());
            add(between.upper());
        } else if (condition instanceof Condition.In in) {
            add(in.operand());
            in.candidates().forEach(this::add);
        } else if (condition instanceof Condition.Exists exists) {
            paths.add(exists.path());
        } else if (condition instanceof Condition.NotExists exists) {
            paths.add(exists.path());
        } else if (condition instanceof Condition.HasType type) {
            add(type.operand());
        } else if (condition instanceof Condition.BeginsWith begins) {
            add(begins.operand());
            add(begins.prefix());
        } else if (condition instanceof Condition.Contains contains) {
            add(contains.operand());
            add(contains.part());
        }
    }

    private void add(Operand operand) {
        if (operand instanceof Operand.Place place) {
            paths.add(place.path());
        } else if (operand instanceof Operand.Size size) {
            add(size.of());
        }
    }
}
