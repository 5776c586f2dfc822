package com.example.orders;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.mock.MockEndpoint;
import org.caravansms.testkit.CaravanExtension;
import org.caravansms.testkit.ReceivedSms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrderShippedTest {

    @RegisterExtension
    static final CaravanExtension CARAVAN = CaravanExtension.withExtensions(Path.of("extensions"));

    @Test
    void customerShouldGetOneSignedMessageForAnOrder() {
        CARAVAN.request("direct:order-shipped", Map.of("phone", "+36201234567", "number", 4711));
        CARAVAN.request("direct:order-shipped", Map.of("phone", "+36201234567", "number", 4711));
        CARAVAN.send("+36201111111", "Hello");

        await().until(() -> CARAVAN.receivedBySmsc().size() == 2);
        ReceivedSms first = CARAVAN.receivedBySmsc().get(0);
        assertEquals("36201234567", first.to());
        assertEquals("Order 4711 is on its way. Example Shop", first.text());
        assertEquals("Hello Example Shop", CARAVAN.receivedBySmsc().get(1).text());
    }

    @Test
    void customerWhoThanksShouldGetAnAnswer() {
        CARAVAN.send("+36201111111", "Hello");
        await().until(() -> CARAVAN.receivedBySmsc().size() == 1);
        await().until(() -> CARAVAN.request("direct:operator-events", List.of("list"))
                .toString()
                .contains("answer-thanks"));

        CARAVAN.deliverFromHandset("36201234567", "1234", "Thanks a lot");

        await().until(() -> CARAVAN.receivedBySmsc().size() == 2);
        ReceivedSms answer = CARAVAN.receivedBySmsc().get(1);
        assertEquals("36201234567", answer.to());
        assertEquals("You are welcome. Example Shop", answer.text());
    }

    @Test
    void reportsShouldBeArchived() throws Exception {
        CARAVAN.advise("order-shipped", route -> route.weaveById("archive-reports").replace().to("mock:archive"));
        MockEndpoint archive = CARAVAN.mock("mock:archive");
        archive.expectedMessageCount(1);

        CARAVAN.request("direct:order-shipped", Map.of("phone", "not a number", "number", 4712));

        archive.assertIsSatisfied();
        Map<?, ?> reports = archive.getReceivedExchanges().get(0).getMessage().getBody(Map.class);
        assertEquals(0, reports.get("accepted"));
    }
}
