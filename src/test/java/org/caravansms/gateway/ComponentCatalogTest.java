package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.component.smpp.SmppComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.caravansms.api.http.HttpServers;
import org.caravansms.jms.JmsBatchComponent;
import org.caravansms.smppserver.SmppServerComponent;
import org.caravansms.smsc.SubmitComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The components of ours in Camel's catalog, as Kaoto and {@code camel validate} read it. */
class ComponentCatalogTest {

    private static final Set<String> OF_EVERY_ENDPOINT =
            Set.of("bridgeErrorHandler", "exceptionHandler", "exchangePattern", "lazyStartProducer");

    private final CamelCatalog catalog = new DefaultCamelCatalog();

    ComponentCatalogTest() throws IOException {
        add("jms-batch", JmsBatchComponent.class);
        add("smsc", SubmitComponent.class);
        add("smpp-server", SmppServerComponent.class);
        add("http-api", HttpServers.class);
    }

    private void add(String scheme, Class<?> component) throws IOException {
        String folder = component.getPackageName().replace('.', '/');
        try (InputStream json = component.getResourceAsStream("/META-INF/" + folder + "/" + scheme + ".json")) {
            String schema = new String(json.readAllBytes(), StandardCharsets.UTF_8);
            catalog.addComponent(scheme, component.getName(), schema);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jms-batch:a,b?window=5&concurrentConsumers=2&restAfterPutBack=10&settlement.events=topic:e",
                "jms-batch:a?batchSize=5&batchInterval=10&batchCharacters=99&prefetchBytes=9&deadLetterQueue=dead&receiveWhile=#open",
                "jms-batch:topic:a?sameTransaction=true",
                "smsc:acme-1?link=#link&registeredDelivery=1",
                "smpp-server:127.0.0.1:9500?logins=#logins&clients=#clients&batchSize=5&bindTimeout=100",
                "http-api:http://0.0.0.0:8080/?matchOnUriPrefix=true"
            })
    void ourOptionsShouldBeKnown(String uri) {
        boolean evenWhereUnknownOnesPass = true;
        EndpointValidationResult result = catalog.validateEndpointProperties(uri, evenWhereUnknownOnesPass);
        assertTrue(result.isSuccess(), () -> result.summaryErrorMessage(true));
    }

    @ParameterizedTest
    @CsvSource({
        "jms-batch:a?batchSise=5, batchSise",
        "jms-batch:a?transacted=true, transacted",
        "smpp-server:0.0.0.0:9500?logins=#logins&windows=5, windows",
        "smsc:acme-1?link=#link&lynk=x, lynk"
    })
    void unknownOptionShouldBeRefused(String uri, String option) {
        assertEquals(Set.of(option), catalog.validateEndpointProperties(uri).getUnknown());
    }

    @Test
    void optionWithoutANumberShouldBeRefused() {
        assertEquals(
                Set.of("window"),
                catalog.validateEndpointProperties("jms-batch:a?window=wide")
                        .getInvalidInteger()
                        .keySet());
    }

    @Test
    void jmsBatchShouldHaveAtMostADozenOptionsEachDescribedInASentence() {
        ComponentModel model = catalog.componentModel("jms-batch");
        Set<String> options = model.getEndpointParameterOptions().stream()
                .map(BaseOptionModel::getName)
                .filter(name -> !OF_EVERY_ENDPOINT.contains(name))
                .collect(Collectors.toSet());
        assertTrue(options.size() <= 12, options::toString);
        assertTrue(model.getEndpointOptions().stream()
                .allMatch(option -> option.getDescription().matches("[A-Z]\\S* \\S+ \\S+.*")));
    }

    @Test
    void camelShouldFindAComponentByItsSchemeAndKeepItsOwn() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            assertInstanceOf(JmsBatchComponent.class, camel.getComponent("jms-batch"));
            assertInstanceOf(SubmitComponent.class, camel.getComponent("smsc"));
            assertEquals(SmppComponent.class, camel.getComponent("smpp").getClass());
        }
    }
}
