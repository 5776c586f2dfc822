package org.caravansms.smsc;

import static org.awaitility.Awaitility.await;
import static org.caravansms.smsc.WireSmsc.BIND_TRANSMITTER;
import static org.caravansms.smsc.WireSmsc.RESPONSE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong passwords lock accounts: they are not tried again and again, and not by each of a provider's binds. */
class RefusedLoginTest {

    private static final int ESME_RINVPASWD = 0x0E;

    private WireSmsc smsc;
    private List<SmppLink> links = List.of();

    @AfterEach
    void stop() throws InterruptedException {
        for (SmppLink link : links) {
            link.stop();
        }
        smsc.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {ESME_RINVPASWD, 0x0F})
    void loginShouldBeTriedOnceByAllBinds(int commandStatus) throws IOException {
        smsc = refusing(commandStatus);
        start(TestProvider.at(smsc.port()).withBinds(3));
        await().during(Duration.ofSeconds(1)).until(() -> smsc.count(BIND_TRANSMITTER) <= 1);
        assertEquals(1, smsc.count(BIND_TRANSMITTER));
        assertEquals(
                1,
                links.stream()
                        .filter(link -> link.toString().endsWith(", login refused by 127.0.0.1:" + smsc.port()))
                        .count());
    }

    @Test
    void loginShouldBeTriedAgainAfterTheAlarm() throws IOException {
        smsc = refusing(ESME_RINVPASWD);
        start(TestProvider.at(smsc.port()).withAlarm(Duration.ofMillis(700)));
        long start = System.nanoTime();
        await().until(() -> smsc.count(BIND_TRANSMITTER) == 3);
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        assertEquals(1400, millis, 600);
    }

    @Test
    void otherRefusalsShouldNotWaitForTheAlarm() throws IOException {
        smsc = refusing(0x05);
        start(TestProvider.at(smsc.port()));
        await().until(() -> smsc.count(BIND_TRANSMITTER) >= 3);
    }

    @Test
    void bindsShouldAllBeBoundOneAfterTheOther() throws IOException {
        smsc = WireSmsc.start(WireSmsc::ok);
        start(TestProvider.at(smsc.port()).withBinds(3));
        await().until(() -> links.stream().allMatch(SmppLink::getAsBoolean));
        assertEquals(3, smsc.connections());
        assertEquals(
                "acme (bind 2), bound to 127.0.0.1:" + smsc.port(), links.get(1).toString());
    }

    private void start(TestProvider provider) {
        links = SmppLink.all(provider.provider());
        links.forEach(SmppLink::start);
    }

    private static WireSmsc refusing(int commandStatus) throws IOException {
        return WireSmsc.start((id, sequence) -> WireSmsc.pdu(id | RESPONSE, commandStatus, sequence, ""));
    }
}
