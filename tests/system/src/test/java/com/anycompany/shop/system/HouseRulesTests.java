package com.anycompany.shop.system;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the house (ARCHITECTURE.md), kept by the compiled classes of all modules. */
class HouseRulesTests {

    private static final String OURS = "com.anycompany..";
    private static final String STARTER = "com.anycompany.xray.spring..";
    private static final String SERVICE_STARTER = "com.anycompany.service.spring..";

    private static final String COMMAND_LINE = "com.anycompany.shop.commandline..";

    private static final Set<String> CONFIGURATION =
            Set.of("Configuration", "AutoConfiguration", "SpringBootApplication", "Command");

    /** Spring's configuration, and commands, each of which is a small program of its own. */
    private static final DescribedPredicate<JavaClass> HAND_OUT_CLOCKS = describe(
            "configuration, a program's entrance, or a JUnit extension",
            type -> type.tryGetMethod("main", String[].class).isPresent()
                    || type.isAssignableTo("org.junit.jupiter.api.extension.Extension")
                    || type.getAnnotations().stream()
                            .anyMatch(one ->
                                    CONFIGURATION.contains(one.getRawType().getSimpleName())));

    private static final int MOST_PARAMETERS = 10;

    private static JavaClasses house;

    @BeforeAll
    static void importHouse() throws IOException {
        house = CompiledModules.mainClasses();
    }

    /** The package of a service is its name without "service". */
    static Stream<String> services() {
        return Shop.SERVICES.stream().map(service -> service.replaceFirst("service$", ""));
    }

    @ParameterizedTest
    @MethodSource("services")
    void service_dependsOnTheStartersAndOnNothingElseOfOurs(String service) {
        String own = "com.anycompany.shop." + service + "..";

        noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat(resideInAPackage(OURS).and(not(resideInAnyPackage(own, STARTER, SERVICE_STARTER))))
                .check(house);
    }

    /** Whether the X-Ray SDK or OpenTelemetry records a trace is a matter of configuration. */
    @ParameterizedTest
    @MethodSource("services")
    void service_usesNoTracingLibraryButTheStarter(String service) {
        noClasses()
                .that()
                .resideInAPackage("com.anycompany.shop." + service + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.amazonaws.xray..", "io.opentelemetry..")
                .check(house);
    }

    /** A record that mirrors a JSON object has a component for each member; a larger one needs a builder. */
    @ParameterizedTest
    @MethodSource("services")
    void constructorOfAService_hasAtMostTenParameters(String service) {
        constructors()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("com.anycompany.shop." + service + "..")
                .should()
                .haveRawParameterTypes(describe("at most ten", types -> types.size() <= MOST_PARAMETERS))
                .check(house);
    }

    @ParameterizedTest
    @ValueSource(strings = {"launcher", "loadgenerator", "randomizer", "audit"})
    void program_dependsOnTheCommandLineLibraryAndOnNothingElseOfOurs(String program) {
        String own = "com.anycompany.shop." + program + "..";

        noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat(resideInAPackage(OURS).and(not(resideInAnyPackage(own, COMMAND_LINE))))
                .check(house);
    }

    @Test
    void launcher_isLayered() {
        String launcher = "com.anycompany.shop.launcher.";
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("command")
                .definedBy(launcher + "command..")
                .layer("prepare")
                .definedBy(launcher + "prepare..")
                .layer("image")
                .definedBy(launcher + "image..")
                .layer("supervise")
                .definedBy(launcher + "supervise..")
                .layer("app")
                .definedBy(launcher + "app..")
                .layer("plan")
                .definedBy(launcher + "plan..")
                .layer("terminal")
                .definedBy(launcher + "terminal..")
                .whereLayer("command")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("prepare")
                .mayOnlyBeAccessedByLayers("command")
                .whereLayer("image")
                .mayOnlyBeAccessedByLayers("command")
                .whereLayer("supervise")
                .mayOnlyBeAccessedByLayers("command", "prepare")
                .whereLayer("app")
                .mayOnlyBeAccessedByLayers("command", "prepare", "image", "supervise")
                .whereLayer("plan")
                .mayNotAccessAnyLayer()
                .whereLayer("terminal")
                .mayNotAccessAnyLayer()
                .check(house);
    }

    @Test
    void starterAndLocalParts_knowNothingOfTheShop() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        STARTER, SERVICE_STARTER, "com.anycompany.xray.local..", "com.anycompany.capacitydb..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.anycompany.shop..")
                .check(house);
    }

    @Test
    void starterAndXRayLocal_shareOnlyTheWireFormat() {
        noClasses()
                .that()
                .resideInAPackage("com.anycompany.xray.local..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(STARTER)
                .check(house);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "json",
                "segment",
                "parse",
                "template",
                "decode",
                "trace",
                "ingest",
                "store",
                "graph",
                "filter",
                "group",
                "insight",
                "otlp"
            })
    void xrayLocalsCore_isPlainJava(String part) {
        noClasses()
                .that()
                .resideInAPackage("com.anycompany.xray.local." + part + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.eclipse.jetty..", "jakarta..")
                .allowEmptyShould(true)
                .check(house);
    }

    @Test
    void wallClock_isReadOnlyThroughAClockThatConfigurationHandsOut() {
        noClasses()
                .that()
                .resideInAPackage(OURS)
                .and(not(HAND_OUT_CLOCKS))
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(house);
    }

    @Test
    void names_sayWhatAThingIs() {
        noClasses()
                .that()
                .resideInAPackage(OURS)
                .should()
                .haveNameMatching(".*(Impl|Manager|Helpers?|Utils?|Common)")
                .check(house);
        noClasses()
                .should()
                .resideInAnyPackage("..common..", "..util..", "..utils..", "..helper..", "..impl..")
                .check(house);
    }

    @Test
    void everyPackage_isNullMarked() {
        classes()
                .that()
                .resideInAPackage(OURS)
                .should(BeInNullMarkedPackage.condition())
                .check(house);
    }
}
