package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.model.ModelCamelContext;
import org.caravansms.config.SettingBlock;
import org.caravansms.config.Settings;
import org.caravansms.provider.ProviderBlock;
import org.caravansms.provider.Providers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Providers that come and go again and again. */
class ProviderCyclesTest {

    private static final int CYCLES = 50;

    /** Steps of the templates, which no message reaches here. */
    private static final Processor NOTHING = exchange -> {};

    @TempDir
    Path folder;

    @Test
    void addedAndRemovedProvidersShouldLeaveNothingBehind() throws Exception {
        ProviderFile file = new ProviderFile(folder.resolve("application.properties"));
        file.write();
        try (TestSmsc smsc = TestSmsc.start();
                RunningGateway gateway = RunningGateway.start(file.file(), folder.resolve("data"), 1)) {
            file.write(ProviderFile.block("acme", smsc.port(), "binds=2"), "sms.simulator.enabled=false");
            Map<String, SettingBlock> blocks =
                    Settings.read(file.file(), name -> null, new Properties()).providerBlocks();
            file.write();
            Providers providers = new Providers(
                    new ProviderBlock(folder, "sms.outbound", Set.of()),
                    provider -> Map.of("submitRateLimiter-acme", NOTHING, "resumeMessage-acme", NOTHING),
                    name -> false);
            cycle(gateway.camel(), providers, blocks, smsc);
            Map<String, Object> before = count(gateway.camel());
            for (int i = 0; i < CYCLES; i++) {
                cycle(gateway.camel(), providers, blocks, smsc);
            }
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertEquals(before, count(gateway.camel())));
        }
    }

    private static void cycle(
            CamelContext camel, Providers providers, Map<String, SettingBlock> blocks, TestSmsc smsc) {
        long binds = smsc.binds();
        providers.apply(camel, blocks);
        assertEquals(Map.of(), providers.wrong());
        await().until(() -> smsc.binds() == binds + 2);
        providers.apply(camel, Map.of());
    }

    private static Map<String, Object> count(CamelContext camel) {
        return new TreeMap<>(Map.of(
                "routes", camel.getRoutesSize(),
                "definitions", ((ModelCamelContext) camel).getRouteDefinitions().size(),
                "endpoints", camel.getEndpoints().size(),
                "services", camel.getCamelContextExtension().getServices().size(),
                "policies", camel.getRoutePolicyFactories().size(),
                "beans", camel.getRegistry().findByType(Object.class).size(),
                "link", camel.getRegistry().lookupByName("smppLink-acme-1") == null,
                "threads", threads()));
    }

    private static List<String> leftOvers(CamelContext camel) {
        Stream<String> routes = camel.getRoutes().stream().map(Route::getId);
        Stream<String> endpoints = camel.getEndpoints().stream().map(Endpoint::getEndpointUri);
        return Stream.concat(routes, endpoints)
                .filter(name -> name.contains("acme"))
                .toList();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("acme"))
                .count();
    }
}
