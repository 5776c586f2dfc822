package org.caravansms.smsc;

import java.time.Duration;
import java.util.List;
import org.caravansms.smpp.Alphabet;
import org.caravansms.smpp.CommandStatusTable;
import org.caravansms.smpp.Profile;
import org.caravansms.smpp.ReceiptRequest;
import org.caravansms.smpp.TonNpi;
import org.caravansms.smsc.Login.BindMode;

/** A provider of a test's: patient for as long as a test is. */
public record TestProvider(int port, BindMode bind, int binds, Tls tls, Timers timers) {

    static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(30);

    public static TestProvider at(int port) {
        return new TestProvider(
                port, BindMode.TRANSMITTER, 1, null, new Timers(LONG, LONG, LONG, Duration.ofMillis(20), SHORT, LONG));
    }

    public TestProvider asTransceiver() {
        return new TestProvider(port, BindMode.TRANSCEIVER, binds, tls, timers);
    }

    public TestProvider withBinds(int binds) {
        return new TestProvider(port, bind, binds, tls, timers);
    }

    public TestProvider withTls(Tls tls) {
        return new TestProvider(port, bind, binds, tls, timers);
    }

    public TestProvider withResponse(Duration response) {
        return new TestProvider(
                port,
                bind,
                binds,
                tls,
                new Timers(LONG, response, timers.enquireLink(), timers.reconnect(), SHORT, timers.alarm()));
    }

    public TestProvider withEnquireLink(Duration enquireLink) {
        return new TestProvider(
                port,
                bind,
                binds,
                tls,
                new Timers(LONG, timers.response(), enquireLink, timers.reconnect(), SHORT, timers.alarm()));
    }

    public TestProvider withAlarm(Duration alarm) {
        return new TestProvider(
                port,
                bind,
                binds,
                tls,
                new Timers(LONG, timers.response(), timers.enquireLink(), timers.reconnect(), SHORT, alarm));
    }

    public Provider provider() {
        Login login = new Login("127.0.0.1", port, "caravan", "secret", "", bind, (byte) 0x34, "", new TonNpi(0, 0));
        return new Provider(
                "acme",
                login,
                tls,
                timers,
                binds,
                10,
                0,
                List.of("sms.outbound"),
                Profile.STANDARD,
                3,
                CommandStatusTable.standard(),
                ReceiptRequest.FINAL,
                Alphabet.GSM7,
                "acme");
    }

    SmppLink link() {
        return SmppLink.all(provider()).get(0);
    }
}
