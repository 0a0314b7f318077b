package com.anycompany.shop.system;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No packages depend on each other in a circle, in any module. */
class PackageCycleTests {

    private static JavaClasses house;

    @BeforeAll
    static void importHouse() throws IOException {
        house = CompiledModules.mainClasses();
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching("com.anycompany.(**)").should().beFreeOfCycles().check(house);
    }
}
