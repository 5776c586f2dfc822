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
    private static final String REQUESTS = ROOT + ".api";
    private static final String ANSWER = ROOT + ".api.answer";
    private static final String LOGIN = ROOT + ".api.login";
    private static final String HTTP = ROOT + ".api.http";
    private static final String MESSAGE = ROOT + ".message..";
    private static final String JMS = ROOT + ".jms..";
    private static final String QUEUE = ROOT + ".queue..";
    private static final String BROKER = ROOT + ".broker..";
    private static final String DEADLETTER = ROOT + ".deadletter..";
    private static final String DATADIR = ROOT + ".datadir..";
    private static final String CONFIG = ROOT + ".config..";
    private static final String WIRING = ROOT + ".wiring..";
    private static final String OPERATOR = ROOT + ".operator..";
    private static final String SMSC = ROOT + ".smsc..";
    private static final String SMPP = ROOT + ".smpp..";
    private static final String ROUTING = ROOT + ".routing..";
    private static final String PROVIDER = ROOT + ".provider..";
    private static final String CLI = ROOT + ".cli..";
    private static final String STORE = ROOT + ".store..";
    private static final String CALLBACK = ROOT + ".callback..";
    private static final String INBOUND = ROOT + ".inbound..";
    private static final String DISPATCH = ROOT + ".dispatch..";
    private static final String SIMULATOR = ROOT + ".simulator..";

    @ArchTest
    static final ArchRule apiShouldKnowOfOursTheMessageOnly = ofOurs(API, API, MESSAGE);

    @ArchTest
    static final ArchRule requestsShouldKnowNoAnswersLoginsAndServers = ofOurs(REQUESTS, REQUESTS, MESSAGE);

    @ArchTest
    static final ArchRule answersShouldKnowOfTheApiTheRequestsOnly = ofOurs(ANSWER, ANSWER, REQUESTS, MESSAGE);

    @ArchTest
    static final ArchRule loginsShouldKnowOfTheApiTheRequestsOnly = ofOurs(LOGIN, LOGIN, REQUESTS, MESSAGE);

    @ArchTest
    static final ArchRule serversShouldKnowOfTheApiTheRequestsAndTheLoginsOnly =
            ofOurs(HTTP, HTTP, LOGIN, REQUESTS, MESSAGE);

    @ArchTest
    static final ArchRule jmsShouldKnowNothingOfOurs = ofOurs(JMS, JMS);

    @ArchTest
    static final ArchRule queueShouldKnowOfOursTheMessageAndJmsOnly = ofOurs(QUEUE, QUEUE, MESSAGE, JMS);

    @ArchTest
    static final ArchRule brokerShouldKnowOfOursTheQueueOnly = ofOurs(BROKER, BROKER, QUEUE);

    @ArchTest
    static final ArchRule deadletterShouldKnowOfOursTheQueueAndTheMessageOnly =
            ofOurs(DEADLETTER, DEADLETTER, QUEUE, MESSAGE);

    @ArchTest
    static final ArchRule datadirShouldKnowOfOursWhatIsInTheDataDirectoryOnly =
            ofOurs(DATADIR, DATADIR, BROKER, QUEUE, DEADLETTER, STORE, MESSAGE);

    @ArchTest
    static final ArchRule configShouldKnowOfOursTheRootOnly = ofOurs(CONFIG, CONFIG, ROOT);

    @ArchTest
    static final ArchRule configShouldBeKnownToTheProvidersAndTheWiringOnly = noClasses()
            .that()
            .resideOutsideOfPackages(CONFIG, PROVIDER, WIRING, ROOT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CONFIG);

    @ArchTest
    static final ArchRule wiringShouldBeKnownToTheGatewayOnly = noClasses()
            .that()
            .resideOutsideOfPackages(WIRING, ROOT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(WIRING);

    @ArchTest
    static final ArchRule dispatchShouldKnowOfOursTheSmscTheSmppAndTheMessageOnly =
            ofOurs(DISPATCH, DISPATCH, SMSC, SMPP, MESSAGE);

    @ArchTest
    static final ArchRule smscShouldKnowOfOursTheSmppAndTheMessageOnly = ofOurs(SMSC, SMSC, SMPP, MESSAGE);

    @ArchTest
    static final ArchRule smppShouldKnowOfOursTheMessageOnly = ofOurs(SMPP, SMPP, MESSAGE);

    @ArchTest
    static final ArchRule smppShouldKnowNoCamelNoJmsAndNoSocket = noClasses()
            .that()
            .resideInAPackage(SMPP)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.camel..",
                    "jakarta.jms..",
                    "org.apache.activemq..",
                    "java.net..",
                    "java.nio.channels..");

    @ArchTest
    static final ArchRule routingShouldKnowOfOursTheMessageOnly = ofOurs(ROUTING, ROUTING, MESSAGE);

    @ArchTest
    static final ArchRule providerShouldKnowOfOursTheSettingsTheSmscAndTheSmppOnly =
            ofOurs(PROVIDER, PROVIDER, CONFIG, SMSC, SMPP);

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
    static final ArchRule operatorShouldKnowOfOursTheMessageAndTheDeadLettersOnly =
            ofOurs(OPERATOR, OPERATOR, MESSAGE, DEADLETTER);

    @ArchTest
    static final ArchRule storeShouldKnowOfOursTheMessageOnly = ofOurs(STORE, STORE, MESSAGE);

    @ArchTest
    static final ArchRule callbackShouldKnowOfOursTheMessageOnly = ofOurs(CALLBACK, CALLBACK, MESSAGE);

    @ArchTest
    static final ArchRule inboundShouldKnowOfOursTheMessageOnly = ofOurs(INBOUND, INBOUND, MESSAGE);

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

    /** Of jSMPP the names and values of the standard, its beans, are known to smpp too. */
    @ArchTest
    static final ArchRule jsmppShouldBeKnownToSmscOnly = noClasses()
            .that()
            .resideOutsideOfPackages(SMSC, SMPP)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jsmpp..", "org.apache.camel.component.smpp..");

    @ArchTest
    static final ArchRule smppShouldKnowOfJsmppTheBeansOnly = noClasses()
            .that()
            .resideInAPackage(SMPP)
            .should()
            .dependOnClassesThat(resideInAPackage("org.jsmpp..").and(not(resideInAPackage("org.jsmpp.bean"))));

    @ArchTest
    static final ArchRule socketsShouldBeOpenedToSmscsBySmscOnly = noClasses()
            .that()
            .resideInAnyPackage(SMPP, DISPATCH, PROVIDER, ROUTING, MESSAGE, STORE, QUEUE)
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\..*Socket.*|java\\.nio\\.channels\\..*SocketChannel|javax\\.net\\..*");

    @ArchTest
    static final ArchRule jmsShouldBeKnownToTheQueuesAndTheWiringOnly = noClasses()
            .that()
            .resideOutsideOfPackages(JMS, QUEUE, BROKER, DEADLETTER, WIRING)
            .and()
            .doNotHaveSimpleName("WaitingMessages")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.jms..", "org.apache.activemq..", "org.apache.camel.component.jms..");

    @ArchTest
    static final ArchRule nameShouldSayWhatAClassDoes =
            noClasses().should().haveNameMatching(".*(Util|Utils|Manager|Impl|Helper)");

    @ArchTest
    static final ArchRule packagesShouldHaveNoCycles =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    private static ArchRule ofOurs(String who, String... known) {
        return classes()
                .that()
                .resideInAPackage(who)
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage(ROOT + "..")).or(resideInAnyPackage(known)));
    }
}
