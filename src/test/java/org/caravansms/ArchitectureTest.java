package org.caravansms;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Arrays;

/**
 * Routes call api, dispatch, store, callback; those use message; only smsc talks SMPP on a socket, only smpp knows its
 * octets, only jms knows JMS sessions, only wiring knows everybody. No circles, no arrow upwards.
 */
@AnalyzeClasses(packages = "org.caravansms", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String SOCKETS = "java\\.net\\.(Server|Datagram)?Socket.*"
            + "|java\\.nio\\.channels\\..*(SocketChannel|Selector)"
            + "|javax\\.net\\..*SocketFactory";

    @ArchTest
    static final ArchRule packagesShouldUseThoseOfTheTableOnly = layers();

    @ArchTest
    static final ArchRule packagesShouldHaveNoCycles =
            slices().matching(PackageRules.ROOT + ".(**)").should().beFreeOfCycles();

    /** The queues' own packages, and {@code datadir}, which reports a lost message before any route runs. */
    @ArchTest
    static final ArchRule jmsShouldBeKnownToTheQueuesOnly =
            onlyIn("jakarta.jms..", "jms", "kamelet", "queue", "broker", "deadletter", "datadir", "wiring");

    @ArchTest
    static final ArchRule camelJmsShouldBeKnownToJmsAndQueueOnly =
            onlyIn("org.apache.camel.component.jms..", "jms", "kamelet", "queue");

    @ArchTest
    static final ArchRule artemisShouldBeKnownToJmsBrokerAndDatadirOnly =
            onlyIn("org.apache.activemq..", "jms", "broker", "broker.access", "datadir");

    @ArchTest
    static final ArchRule socketsShouldBeOpenedBySmscHttpOperatorAndSimulatorOnly = outside(
                    "smsc", "api.http", "operator", "simulator")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(SOCKETS);

    /** Jackson's check of such names has holes (CVE-2026-54513). */
    @ArchTest
    static final ArchRule jsonShouldNotNameClasses = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("com\\.fasterxml\\.jackson\\..*(PolymorphicTypeValidator|JsonTypeInfo).*");

    /** The beans of jSMPP are the names and values of the standard. */
    @ArchTest
    static final ArchRule jsmppShouldBeKnownToSmscOnly = outside("smsc")
            .should()
            .dependOnClassesThat(resideInAPackage("org.jsmpp..").and(not(resideInAPackage("org.jsmpp.bean"))));

    @ArchTest
    static final ArchRule valuesOfJsmppShouldBeKnownToSmscAndSmppOnly = onlyIn("org.jsmpp.bean", "smsc", "smpp");

    @ArchTest
    static final ArchRule camelSmppShouldBeKnownToSmscOnly = onlyIn("org.apache.camel.component.smpp..", "smsc");

    @ArchTest
    static final ArchRule jettyShouldBeKnownToHttpOnly = onlyIn("org.eclipse.jetty..", "api.http");

    @ArchTest
    static final ArchRule nettyShouldBeKnownToListenersOnly = onlyIn("io.netty..", "smppserver", "broker.access");

    @ArchTest
    static final ArchRule sqlShouldBeKnownToTheStoreOnly = onlyIn("java.sql..", "store");

    @ArchTest
    static final ArchRule picocliShouldBeKnownToThePackagesOfCommandsOnly =
            onlyIn("picocli..", "cli", "operator", "simulator");

    @ArchTest
    static final ArchRule messageSmppAndSimulatorShouldKnowNoCamel = noClasses()
            .that()
            .resideInAnyPackage(named("message", "smpp", "simulator"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule nameShouldSayWhatAClassDoes =
            noClasses().should().haveNameMatching(".*(Util|Utils|Manager|Impl|Helper)");

    private static ArchRule layers() {
        LayeredArchitecture layers = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .ensureAllClassesAreContainedInArchitecture();
        for (String name : PackageRules.table().keySet()) {
            layers = layers.layer(name).definedBy(PackageRules.fullName(name));
        }
        for (var row : PackageRules.table().entrySet()) {
            var layer = layers.whereLayer(row.getKey());
            layers = row.getValue().isEmpty()
                    ? layer.mayNotAccessAnyLayer()
                    : layer.mayOnlyAccessLayers(row.getValue().toArray(String[]::new));
        }
        return layers;
    }

    private static ArchRule onlyIn(String library, String... packages) {
        return outside(packages).should().dependOnClassesThat().resideInAPackage(library);
    }

    private static GivenClassesConjunction outside(String... packages) {
        return noClasses().that().resideOutsideOfPackages(named(packages));
    }

    private static String[] named(String... packages) {
        return Arrays.stream(packages).map(PackageRules::fullName).toArray(String[]::new);
    }
}
