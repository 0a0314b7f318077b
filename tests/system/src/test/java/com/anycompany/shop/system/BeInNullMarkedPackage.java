package com.anycompany.shop.system;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Holds for classes whose package says that nothing in it is null unless marked so. */
final class BeInNullMarkedPackage extends ArchCondition<JavaClass> {

    private BeInNullMarkedPackage() {
        super("be in a package with a @NullMarked package-info");
    }

    static BeInNullMarkedPackage condition() {
        return new BeInNullMarkedPackage();
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(new SimpleConditionEvent(
                type, marked, type.getName() + " is in " + type.getPackageName() + ", which isn't @NullMarked"));
    }
}
