package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.caravansms.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an SMSC's receipt to what a client is told: the whole way back. */
class WayBackTest {

    private static final String WHO = "username=admin&password=abc123&";

    @TempDir
    Path data;

    @Test
    void clientThatAsksAtOnceShouldBeToldTheTruth() throws Exception {
        try (TestSmsc smsc = TestSmsc.start();
                RunningGateway gateway = RunningGateway.start(data, smsc.port())) {
            String id = idOf(gateway.send("recipient=%2B36201234567&messagedata=Hello"));
            assertTrue(status(gateway, id).contains("<messagedata>Hello</messagedata>"));
            await().until(() -> status(gateway, id).contains("<state>10</state>"));
            assertTrue(status(gateway, "nothing").contains("<errorcode>27</errorcode>"));
            Operator operator = new Operator(data);
            assertTrue(operator.ask("status").text().contains("the store is behind by"));
            assertTrue(operator.ask("status", id).text().contains("DELIVERED (10), folder sent"));
            assertEquals(2, operator.ask("erase", "Shop").exitCode());
            assertTrue(operator.ask("erase", "tel:+36\u00a020/123-4567").text().startsWith("1 messages"));
            assertTrue(status(gateway, id).contains("<errorcode>27</errorcode>"));
            assertEquals(
                    "",
                    new Operator(data).ask("receipts", "orphans").text().replaceAll("(?s).*without a message\n", ""));
        }
    }

    @Test
    void messageShouldBeKnownWhileItWaitsAndAfterARestart() throws Exception {
        String id;
        try (RunningGateway gateway = RunningGateway.start(data, FreePort.next())) {
            id = idOf(gateway.send("recipient=%2B36201234567&messagedata=Hello"));
            assertTrue(status(gateway, id).contains("<state>2</state>"));
        }
        try (TestSmsc smsc = TestSmsc.start();
                RunningGateway gateway = RunningGateway.start(data, smsc.port())) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> status(gateway, id).contains("<state>10</state>"));
            String trace = new Operator(data).ask("trace", id).text();
            assertTrue(trace.matches("(?s).*accepted.*submitted.*receipt delivered.*"), trace);
        }
    }

    /** A store that stands still knows nothing of what was accepted meanwhile, and must not deny it. */
    @Test
    void messageThatTheStoreHasNotYetShouldNotBeDenied() throws Exception {
        try (RunningGateway gateway =
                RunningGateway.start(data, FreePort.next(), "SMS_STORE_QUERY_WAIT_MILLIS", "300")) {
            gateway.camel().getRouteController().stopRoute("store");
            String id = idOf(gateway.send("recipient=%2B36201234567&messagedata=Hello"));
            assertTrue(status(gateway, id).contains("<errorcode>26</errorcode>"));
            gateway.camel().getRouteController().startRoute("store");
            await().until(() -> status(gateway, id).contains("<state>2</state>"));
        }
    }

    /** Between two batches, and before the first one, too. */
    @Test
    void statusShouldTellTheAgeOfTheOldestEventAsLongAsOneWaits() throws Exception {
        try (RunningGateway gateway = RunningGateway.start(data, FreePort.next())) {
            Operator operator = new Operator(data);
            gateway.camel().getRouteController().stopRoute("store");
            gateway.send("recipient=%2B36201234567&messagedata=Hello");
            await().until(() -> behind(operator) >= 2);
            gateway.send("recipient=%2B36201234567&messagedata=Hello");
            String text = operator.ask("status").text();
            assertTrue(
                    text.matches(
                            "(?s).*is behind by +([2-9]|\\d\\d)\\.\\d +seconds; JMS messages of events on sms.store: 2\n.*"),
                    text);
            gateway.camel().getRouteController().startRoute("store");
            await().until(() -> operator.ask("status")
                    .text()
                    .matches("(?s).*is behind by +0\\.0 +seconds; JMS messages of events on sms.store: 0\n.*"));
        }
    }

    @Test
    void storeShouldGiveWayOnABusyMachineUntilItIsAsked() throws Exception {
        try (BusyMachine busy = new BusyMachine();
                RunningGateway gateway = RunningGateway.start(
                        data,
                        FreePort.next(),
                        "SMS_STORE_BACKPRESSURE_MILLIS",
                        "600000",
                        "SMS_STORE_QUERY_WAIT_MILLIS",
                        "30000")) {
            Operator operator = new Operator(data);
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                gateway.send("recipient=%2B36201234567&messagedata=Hello");
                return behind(operator) >= 2;
            });
            String id = idOf(gateway.send("recipient=%2B36201234567&messagedata=Hello"));
            assertTrue(status(gateway, id).contains("<state>2</state>"));
            await().atMost(Duration.ofSeconds(60)).until(() -> behind(operator) < 1);
        }
    }

    private static double behind(Operator operator) throws IOException {
        return Double.parseDouble(
                operator.ask("status").text().replaceAll("(?s).*the store is behind by +([0-9.]+) .*", "$1"));
    }

    private static String status(RunningGateway gateway, String id) {
        return gateway.post("action=getmessagebyid&" + WHO + "msgID=" + id);
    }

    private static String idOf(String answer) {
        return answer.replaceAll("(?s).*<messageid>(.*)</messageid>.*", "$1");
    }
}
