package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.caravansms.FreePort;
import org.jsmpp.extra.NegativeResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What monitoring says of a gateway whose providers are all away, and of one whose disk is also full. */
class TroubleTest {

    private static final int FULL = 0x14;

    @TempDir
    Path home;

    private final int observed = FreePort.next();
    private RunningGateway gateway;

    @BeforeEach
    void install() throws IOException {
        Installation.in(home);
    }

    @AfterEach
    void stop() throws InterruptedException {
        gateway.close();
    }

    @Test
    void providersThatAreAllAwayShouldBeAWarningAndLeaveTheGatewayReady() throws Exception {
        start();
        Map<String, JsonNode> checks = checks("/ready", 200);
        assertEquals("WARNING", checks.get("providers").at("/status").asText());
        assertEquals(
                "0 of 1 binds are bound: nothing is sent",
                checks.get("providers").at("/message").asText());
        assertEquals("WARNING", checks.get("provider-sandbox").at("/status").asText());
        assertTrue(gateway.send("recipient=%2B36201234567&messagedata=x").contains("accepted for delivery"));
    }

    @Test
    void fullDiskShouldMakeTheGatewayUnreadyAndCountWhatItRefuses() throws Exception {
        Path broker = home.resolve("config/broker.xml");
        Files.writeString(broker, Files.readString(broker).replaceAll("<max-disk-usage>\\d+", "<max-disk-usage>0"));
        start();
        checks("/live", 200);
        checks("", 503);
        Map<String, JsonNode> checks = checks("/ready", 503);
        checks.forEach((name, check) ->
                assertEquals(name.equals("disk"), check.at("/status").asText().equals("DOWN"), name));
        assertTrue(checks.get("disk").at("/message").asText().contains("nothing new is accepted"), checks::toString);
        assertTrue(gateway.send("recipient=%2B36201234567&messagedata=x").contains("<errorcode>20<"));
        try (Esme esme = Esme.bound(gateway.smppPort())) {
            NegativeResponseException refusal = assertThrows(NegativeResponseException.class, () -> esme.submit("x"));
            assertEquals(FULL, refusal.getCommandStatus());
        }
        String page = new String(get("/observe/metrics").octets(), StandardCharsets.UTF_8);
        assertTrue(page.contains("\ncaravan_refused_total{code=\"20\"} 2.0\n"), page);
        assertTrue(page.contains("\ncaravan_disk_full 1.0\n"), page);
    }

    private void start() throws IOException {
        gateway = RunningGateway.startAt(
                home, FreePort.next(), "SMS_OBSERVE_ENABLED", "true", "SMS_OBSERVE_PORT", Integer.toString(observed));
    }

    /** @return those of a path that answers with the status */
    private Map<String, JsonNode> checks(String path, int status) throws IOException {
        HttpAnswer answer = get("/observe/health" + path);
        assertTrue(answer.head().startsWith("HTTP/1.1 " + status + " "), answer.head());
        JsonNode health = TestApi.json(answer);
        assertEquals(status == 200 ? "UP" : "DOWN", health.at("/status").asText());
        return StreamSupport.stream(health.at("/checks").spliterator(), false)
                .collect(Collectors.toMap(check -> check.at("/name").asText(), check -> check));
    }

    private HttpAnswer get(String path) throws IOException {
        return HttpAnswer.to(observed, "GET " + path + " HTTP/1.0\r\nHost: x\r\n\r\n");
    }
}
