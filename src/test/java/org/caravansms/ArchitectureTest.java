package org.caravansms;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom: a change that breaks a rule here changes the architecture. */
@AnalyzeClasses(packages = "org.caravansms", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "org.caravansms";
    private static final String API = ROOT + ".api..";
    private static final String MESSAGE = ROOT + ".message..";
    private static final String QUEUE = ROOT + ".queue..";
    private static final String OPERATOR = ROOT + ".operator..";
    private static final String SMSC = ROOT + ".smsc..";
    private static final String SMPP = ROOT + ".smpp..";
    private static final String ROUTING = ROOT + ".routing..";
    private static final String PROVIDER = ROOT + ".provider..";
    private static final String CLI = ROOT + ".cli..";
    private static final String STORE = ROOT + ".store..";
    private static final String CALLBACK = ROOT + ".callback..";
    private static final String INBOUND = ROOT + ".inbound..";
    private static final String RECEIPTS = ROOT + ".receipts..";
    private static final String SIMULATOR = ROOT + ".simulator..";

    @ArchTest
    static final ArchRule apiShouldKnowOfOursTheMessageOnly = ofOurs(API, API, MESSAGE);

    @ArchTest
    static final ArchRule queueShouldKnowOfOursTheMessageOnly = ofOurs(QUEUE, QUEUE, MESSAGE);

    @ArchTest
    static final ArchRule smscShouldKnowOfOursTheMessageAndTheAlphabetsOnly = ofOurs(SMSC, SMSC, SMPP, MESSAGE);

    @ArchTest
    static final ArchRule smppShouldKnowNothingOfOurs = ofOurs(SMPP, SMPP);

    @ArchTest
    static final ArchRule routingShouldKnowOfOursTheMessageOnly = ofOurs(ROUTING, ROUTING, MESSAGE);

    @ArchTest
    static final ArchRule providerShouldKnowOfOursTheSmscAndTheAlphabetsOnly = ofOurs(PROVIDER, PROVIDER, SMSC, SMPP);

    @ArchTest
    static final ArchRule cliShouldBeKnownToNobody = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CLI);

    @ArchTest
    static final ArchRule commandLinesShouldBeReadByPicocliInCliOperatorAndSimulatorOnly = noClasses()
            .that()
            .resideOutsideOfPackages(CLI, OPERATOR, SIMULATOR)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule operatorShouldKnowOfOursTheMessageAndTheQueueOnly =
            ofOurs(OPERATOR, OPERATOR, MESSAGE, QUEUE);

    @ArchTest
    static final ArchRule storeShouldKnowOfOursTheMessageOnly = ofOurs(STORE, STORE, MESSAGE);

    @ArchTest
    static final ArchRule callbackShouldKnowOfOursTheMessageOnly = ofOurs(CALLBACK, CALLBACK, MESSAGE);

    @ArchTest
    static final ArchRule inboundShouldKnowOfOursTheMessageOnly = ofOurs(INBOUND, INBOUND, MESSAGE);

    @ArchTest
    static final ArchRule receiptsShouldKnowOfOursTheMessageAndTheAlphabetsOnly =
            ofOurs(RECEIPTS, RECEIPTS, SMPP, MESSAGE);

    @ArchTest
    static final ArchRule simulatorShouldKnowNothingOfOurs = ofOurs(SIMULATOR, SIMULATOR);

    @ArchTest
    static final ArchRule messageShouldKnowNothingOfOurs = ofOurs(MESSAGE, MESSAGE);

    @ArchTest
    static final ArchRule messageShouldKnowNoCamelNoJmsAndNoSmpp = noClasses()
            .that()
            .resideInAPackage(MESSAGE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.camel..", "jakarta.jms..", "org.apache.activemq..", "org.jsmpp..");

    @ArchTest
    static final ArchRule smppShouldBeKnownToSmscOnly = noClasses()
            .that()
            .resideOutsideOfPackage(SMSC)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jsmpp..", "org.apache.camel.component.smpp..");

    @ArchTest
    static final ArchRule jmsShouldBeKnownToTheQueueAndTheWiringOnly = noClasses()
            .that()
            .resideOutsideOfPackage(QUEUE)
            .and()
            .haveNameNotMatching("org\\.caravansms\\.(Gateway|ClientIds.*|OperatorAccess)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.jms..", "org.apache.activemq..", "org.apache.camel.component.jms..");

    @ArchTest
    static final ArchRule nameShouldSayWhatAClassDoes =
            noClasses().should().haveNameMatching(".*(Util|Utils|Manager|Impl|Helper)");

    @ArchTest
    static final ArchRule packagesShouldHaveNoCycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    private static ArchRule ofOurs(String who, String... known) {
        return classes()
                .that()
                .resideInAPackage(who)
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage(ROOT + "..")).or(resideInAnyPackage(known)));
    }
}
