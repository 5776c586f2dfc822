package org.caravansms.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The PDUs that an earlier version left; {@link QueueDocumentsTest} has the form. */
class SmscPduJsonTest {

    private static final String GOOD =
            "{\"v\":1,\"provider\":\"acme\",\"bind\":2,\"pdus\":[{\"at\":\"2026-11-23T10:00:00Z\",\"pdu\":\"AQCAfw==\"}]}";

    private final SmscPduJson form = new SmscPduJson();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "{\"v\":2,\"provider\":\"a\",\"bind\":1,\"pdus\":[]}",
                "{\"v\":1,\"provider\":\"a\",\"bind\":1}",
                "{\"v\":1,\"provider\":\"a\",\"pdus\":[]}",
                "{\"v\":1,\"bind\":1,\"pdus\":[]}",
                "{\"v\":1,\"provider\":\"a\",\"bind\":\"1\",\"pdus\":[]}",
                "{\"v\":1,\"provider\":\"a\",\"bind\":1,\"pdus\":[null]}",
                "{\"v\":1,\"provider\":\"a\",\"bind\":1,\"pdus\":[{\"at\":\"now\",\"pdu\":\"\"}]}",
                "{\"v\":1,\"provider\":\"a\",\"bind\":1,\"pdus\":[{\"at\":\"2026-11-23T10:00:00Z\"}]}",
                "{\"v\":1,\"provider\":\"a\",\"bind\":1,\"pdus\":[{\"at\":\"2026-11-23T10:00:00Z\",\"pdu\":\"?\"}]}"
            })
    void messageThatCannotBeReadShouldBeFailedAlone(String json) {
        List<Exchange> batch = List.of(exchange(json), exchange(GOOD));
        assertEquals(1, form.read(batch).size());
        assertEquals(
                List.of(true, false),
                batch.stream().map(message -> message.getException() != null).toList());
    }

    private static Exchange exchange(String json) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setBody(json);
        return exchange;
    }
}
