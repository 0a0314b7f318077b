package com.anycompany.xray.local;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.EntityBuilder;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The layers of X-Ray Local, and what keeps it readable: no cycles, and no state that is not wired by constructors. */
class ArchitectureTests {

    private static final String BASE = "com.anycompany.xray.local";

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(BASE);
    }

    private static String in(String part) {
        return BASE + "." + part + "..";
    }

    @Test
    void packages_dependOnlyOnLowerLayers() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .ensureAllClassesAreContainedInArchitecture()
                .layer("composition root")
                .definedBy(BASE)
                .layer("operations")
                .definedBy(in("operation"))
                .layer("status")
                .definedBy(in("status"))
                .layer("console")
                .definedBy(in("console"))
                .layer("returned documents")
                .definedBy(in("document"))
                .layer("configuration")
                .definedBy(in("config"))
                .layer("ingest")
                .definedBy(in("ingest"))
                .layer("insights")
                .definedBy(in("insight"))
                .layer("groups")
                .definedBy(in("group"))
                .layer("sampling")
                .definedBy(in("sampling"))
                .layer("filter language")
                .definedBy(in("filter"))
                .layer("protocol")
                .definedBy(in("protocol"))
                .layer("HTTP server")
                .definedBy(in("http"))
                .layer("store")
                .definedBy(in("store"))
                .layer("log records")
                .definedBy(in("logs"))
                .layer("graph")
                .definedBy(in("graph"))
                .layer("OTLP")
                .definedBy(in("otlp"))
                .layer("trace")
                .definedBy(in("trace"))
                .layer("decoding")
                .definedBy(in("decode"))
                .layer("parser")
                .definedBy(in("parse"))
                .layer("template codec")
                .definedBy(in("template"))
                .layer("segment")
                .definedBy(in("segment"))
                .layer("JSON")
                .definedBy(in("json"))
                .whereLayer("composition root")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("operations")
                .mayOnlyBeAccessedByLayers("composition root")
                .whereLayer("status")
                .mayOnlyBeAccessedByLayers("composition root")
                .whereLayer("console")
                .mayOnlyBeAccessedByLayers("composition root")
                .whereLayer("returned documents")
                .mayOnlyBeAccessedByLayers("operations")
                .whereLayer("configuration")
                .mayOnlyBeAccessedByLayers("composition root", "operations")
                .whereLayer("sampling")
                .mayOnlyBeAccessedByLayers("composition root", "operations")
                .whereLayer("ingest")
                .mayOnlyBeAccessedByLayers("composition root", "operations", "status")
                .whereLayer("insights")
                .mayOnlyBeAccessedByLayers("composition root", "operations", "status")
                .whereLayer("groups")
                .mayOnlyBeAccessedByLayers("composition root", "operations", "status", "insights")
                .whereLayer("filter language")
                .mayOnlyBeAccessedByLayers("composition root", "operations", "status", "groups")
                .whereLayer("protocol")
                .mayOnlyBeAccessedByLayers(
                        "composition root", "operations", "status", "returned documents", "configuration")
                .whereLayer("HTTP server")
                .mayOnlyBeAccessedByLayers(
                        "composition root", "operations", "status", "console", "configuration", "protocol", "ingest")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers(
                        "composition root", "operations", "status", "returned documents", "ingest", "filter language")
                .whereLayer("log records")
                .mayOnlyBeAccessedByLayers("composition root", "status", "ingest")
                .whereLayer("graph")
                .mayOnlyBeAccessedByLayers("composition root", "operations", "insights", "groups", "store")
                .whereLayer("OTLP")
                .mayOnlyBeAccessedByLayers("ingest")
                .whereLayer("decoding")
                .mayOnlyBeAccessedByLayers("composition root", "store", "ingest")
                .whereLayer("parser")
                .mayOnlyBeAccessedByLayers("decoding", "store", "ingest", "status")
                .whereLayer("template codec")
                .mayOnlyBeAccessedByLayers("decoding", "store", "ingest")
                .whereLayer("trace")
                .mayOnlyAccessLayers("segment")
                .whereLayer("segment")
                .mayNotAccessAnyLayer()
                .whereLayer("JSON")
                .mayNotAccessAnyLayer()
                .check(classes);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    /** Nested types belong to their top-level type. */
    @Test
    void classes_haveNoCycles() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return isGenerated(type)
                                ? SliceIdentifier.ignore()
                                : SliceIdentifier.of(topLevel(type).getName());
                    }

                    @Override
                    public String getDescription() {
                        return "top-level types";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(classes);
    }

    private static JavaClass topLevel(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTests::topLevel).orElse(type);
    }

    @Test
    void staticFields_holdNoState() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(describe("aren't generated", type -> !isGenerated(type)))
                .should()
                .beFinal()
                .andShould()
                .haveRawType(describe("an immutable type", type -> !isMutable(type)))
                .check(classes);
    }

    private static boolean isGenerated(JavaClass type) {
        return type.getName().contains(".FilterExpressionParser")
                || type.getName().contains(".FilterExpressionLexer")
                || type.getName().contains(".FilterExpressionVisitor")
                || type.getName().contains(".FilterExpressionBaseVisitor");
    }

    /** An own class with a field that can change, or a class of the JDK that is made for shared state. */
    private static boolean isMutable(JavaClass type) {
        if (type.getPackageName().startsWith(BASE)) {
            return type.getFields().stream()
                    .anyMatch(field -> !field.getModifiers().contains(JavaModifier.STATIC)
                            && !field.getModifiers().contains(JavaModifier.FINAL));
        }
        return type.getPackageName().startsWith("java.util.concurrent") || type.isAssignableTo(ThreadLocal.class);
    }

    @Test
    void entities_areBuiltByTheirBuilder() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(EntityBuilder.class)
                .should()
                .callConstructorWhere(describe(
                        "an entity is created", call -> call.getTargetOwner().isEquivalentTo(Entity.class)))
                .check(classes);
    }

    /** Jetty and picocli are details of the HTTP server and the command line. */
    @Test
    void libraries_areUsedInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage(in("http"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.jetty..")
                .check(classes);
        noClasses()
                .that()
                .doNotHaveSimpleName("XRayLocal")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackage(in("filter"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.antlr..")
                .check(classes);
    }
}
