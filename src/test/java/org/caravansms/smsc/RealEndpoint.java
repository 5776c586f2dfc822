package org.caravansms.smsc;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.caravansms.simulator.Simulator;
import org.caravansms.simulator.SimulatorOptions;
import org.caravansms.simulator.SubmitSm;
import org.caravansms.smpp.SubmitPart;

/** The endpoint on a bound session, and an SMSC that tells what it read from its socket. */
final class RealEndpoint implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-03-30T10:20:30Z");

    private final List<SubmitSm> received = new CopyOnWriteArrayList<>();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Simulator simulator;
    private final SmppLink link;
    private final ProducerTemplate producer;

    RealEndpoint() throws IOException {
        simulator = new Simulator(
                SimulatorOptions.defaults().withPort(0).withQuiet(true).withListener(received::add));
        simulator.start();
        link = TestProvider.at(simulator.port()).link();
        link.start();
        camel.addComponent("link", new SubmitComponent(Clock.fixed(NOW, ZoneOffset.UTC), (provider, status) -> {}));
        camel.getRegistry().bind("acme", link);
        camel.start();
        producer = camel.createProducerTemplate();
        await().until(link::getAsBoolean);
    }

    /** @return what of it came to the SMSC, in its order */
    List<SubmitSm> submit(List<SubmitPart> parts) {
        received.clear();
        for (SubmitPart part : parts) {
            Exchange exchange = producer.send("link:acme?link=#acme&registeredDelivery=0", to -> to.getMessage()
                    .setBody(part));
            assertNull(exchange.getException());
        }
        await().until(() -> received.size() >= parts.size());
        return List.copyOf(received);
    }

    /** @return the PDUs without their headers, SMPP 3.4 section 3.2, as hexadecimal digits */
    List<String> bodies(List<SubmitPart> parts) {
        return submit(parts).stream()
                .map(submit -> HexFormat.of().formatHex(submit.raw(), 16, submit.raw().length))
                .toList();
    }

    @Override
    public void close() throws Exception {
        producer.close();
        link.stop();
        camel.close();
        simulator.close();
    }
}
