package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caravansms.gateway.Collector.TracedSpan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Traces of what programs submit over SMPP, which has no field for one: they begin at the gateway, each sampled. */
class SmppTracingTest {

    private static final Collector COLLECTOR = collector();

    @RegisterExtension
    static final TestApi api = new TestApi(
            "SMS_TRACING_ENABLED", "true",
            "SMS_TRACING_ENDPOINT", COLLECTOR.url(),
            "SMS_TRACING_SAMPLING_RATIO", "1");

    private static Collector collector() {
        try {
            return new Collector();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void close() {
        COLLECTOR.close();
    }

    @Test
    void traceOfASubmitShouldBeginAtTheGatewayAndGoOnToTheReceipt() throws Exception {
        try (Esme esme = Esme.bound(api.smppPort())) {
            esme.registeredDelivery = 1;
            List<String> ids = List.of(esme.submit("first"), esme.submit("second"));
            await().until(() -> COLLECTOR.all().size() == 6);
            for (String id : ids) {
                Map<String, TracedSpan> spans = COLLECTOR.all().stream()
                        .filter(span -> id.equals(span.attributes().get("messaging.message.id")))
                        .collect(Collectors.toMap(TracedSpan::name, Function.identity()));
                TracedSpan sent = spans.get("send sms.outbound");
                TracedSpan submit = spans.get("submit_sm sandbox");
                assertEquals("", sent.parent());
                assertEquals(sent.id(), submit.parent());
                assertEquals(submit.id(), spans.get("receipt sandbox").parent());
                assertEquals(3, COLLECTOR.spans(sent.trace()).size());
            }
        }
    }
}
