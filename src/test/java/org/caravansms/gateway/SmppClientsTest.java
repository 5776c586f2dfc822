package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.password4j.Password;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.caravansms.simulator.SubmitSm;
import org.caravansms.simulator.WireClient;
import org.caravansms.simulator.WirePdu;
import org.caravansms.simulator.WireResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the users' file grants the clients of the SMPP server, and the timers of their connections. */
class SmppClientsTest {

    private static final int RESPONSE = 0x80000000;
    private static final int ROK = 0;
    private static final int MOST_CONNECTIONS = 30;
    private static final Path USERS = users("""
            one.smpp-binds=1
            narrow.smpp-window=2
            slow.messages-per-second=1
            slow.burst=2
            near.smpp-addresses=10.0.0.0/8, 127.0.0.0/30
            far.smpp-addresses=10.0.0.0/8, ::1
            none.smpp=false
            off.enabled=false
            changed.smpp-window=5
            short.smpp-password=PIN
            again.smpp-idempotent=true
            parts.reassemble=true
            slowparts.reassemble=true
            slowparts.messages-per-second=1
            slowparts.burst=2
            """);

    @RegisterExtension
    static final TestApi api = new TestApi(
            "SMS_API_USERS_FILE", USERS.toString(),
            "SMS_SMPP_SERVER_BIND_TIMEOUT_MILLIS", "1500",
            "SMS_SMPP_SERVER_ENQUIRE_LINK_MILLIS", "500",
            "SMS_SMPP_SERVER_RESPONSE_TIMEOUT_MILLIS", "2000",
            "SMS_SMPP_SERVER_REASSEMBLE_MILLIS", "500",
            "SMS_SMPP_SERVER_MAX_CONNECTIONS", Integer.toString(MOST_CONNECTIONS));

    @Test
    void bindsShouldBeLimited() throws Exception {
        try (WireClient first = bound("one")) {
            assertEquals(0x0D, bind("one", "abc123"));
            first.ask(WirePdu.empty(WirePdu.UNBIND, 2));
        }
        await().until(() -> bind("one", "abc123") == ROK);
    }

    @Test
    void onlyThoseWhoMayShouldBind() throws Exception {
        assertEquals(ROK, bind("near", "abc123"));
        assertEquals(
                List.of(0x0E, 0x0E, 0x0E),
                List.of(bind("far", "abc123"), bind("none", "abc123"), bind("off", "abc123")));
    }

    @Test
    void passwordOfBindsShouldReplaceTheUsers() throws Exception {
        assertEquals(List.of(ROK, 0x0E), List.of(bind("short", "pin"), bind("short", "abc123")));
    }

    @Test
    void overfullWindowShouldBeRefusedAtOnce() throws Exception {
        try (WireClient client = bound("narrow")) {
            byte[] many = new byte[0];
            for (int i = 0; i < 50; i++) {
                many = join(many, WirePdu.submitSm(10 + i, "n").bytes());
            }
            client.send(many);
            List<Integer> statuses = statuses(client, 50);
            assertTrue(statuses.contains(0x58) && statuses.contains(ROK), statuses.toString());
            assertEquals(ROK, client.ask(WirePdu.submitSm(99, "n")).commandStatus());
        }
    }

    @Test
    void rateOfTheUserShouldHold() throws Exception {
        try (WireClient client = bound("slow")) {
            for (int i = 0; i < 10; i++) {
                client.send(WirePdu.submitSm(10 + i, "s"));
            }
            List<Integer> statuses = statuses(client, 10);
            assertEquals(List.of(ROK, ROK), statuses.stream().sorted().limit(2).toList());
            assertTrue(statuses.stream().filter(status -> status == 0x58).count() >= 5, statuses.toString());
        }
    }

    /** The second of both is not sent; another recipient's is. */
    @Test
    void repeatedReferenceShouldGetTheFirstMessageId() throws Exception {
        String reference = "020400020007";
        try (WireClient client = bound("again")) {
            String first =
                    client.ask(WirePdu.submitSm(2, "once").with(reference)).messageId();
            assertEquals(
                    first,
                    client.ask(WirePdu.submitSm(3, "twice").with(reference)).messageId());
            client.ask(WirePdu.submitSmTo("06203105367", 4).with(reference));
            WireResponse multi = client.ask(
                    WirePdu.submitMulti(5, 1, "06201111111", "06202222222").with(reference));
            WireResponse again = client.ask(
                    WirePdu.submitMulti(6, 1, "06201111111", "06202222222").with(reference));
            assertEquals(multi.hex().substring(32), again.hex().substring(32));
            assertEquals(List.of("multi", "multi", "once", "x"), api.texts(4));
        }
    }

    /** The second one never comes. */
    @Test
    void partShouldGoOnAsItIsWithoutTheOthers() throws Exception {
        byte[] part = HexFormat.of().parseHex("05000342020168656c6c6f1b");
        try (WireClient client = bound("parts")) {
            String id = client.ask(WirePdu.submitSm(2, 0x40, 0, part).asking(1)).messageId();
            SubmitSm arrived = api.arrived(1).get(0);
            assertArrayEquals(part, arrived.shortMessage());
            assertEquals(List.of(0x40, 0), List.of(arrived.esmClass(), arrived.dataCoding()));
            assertEquals(id, client.answerNext(ROK).receiptId());
        }
    }

    @Test
    void partsShouldCountAsMessagesOfTheUser() throws Exception {
        byte[] part = HexFormat.of().parseHex("05000343020161");
        try (WireClient client = bound("slowparts")) {
            for (int i = 0; i < 10; i++) {
                client.send(WirePdu.submitSm(10 + i, 0x40, 0, part));
            }
            List<Integer> statuses = statuses(client, 10);
            assertTrue(statuses.stream().filter(status -> status == 0x58).count() >= 5, statuses.toString());
            assertEquals(List.of(ROK, ROK), statuses.stream().sorted().limit(2).toList());
        }
        assertArrayEquals(part, api.arrived(1).get(0).shortMessage());
    }

    @Test
    void changedUserShouldBeUnbound() throws Exception {
        try (WireClient client = bound("changed")) {
            Files.writeString(USERS, Files.readString(USERS).replace("changed.smpp-window=5", "changed.enabled=false"));
            WireResponse unbind = client.receive(WirePdu.UNBIND);
            client.send(WirePdu.response(unbind, ROK));
            await().until(client::isEnded);
            assertEquals(0x0E, bind("changed", "abc123"));
        }
    }

    @Test
    void silentConnectionShouldBeClosedUnlessItBinds() throws Exception {
        try (WireClient client = WireClient.connected(api.smppPort())) {
            await().until(client::isEnded);
        }
    }

    @Test
    void boundClientShouldBeAskedWhetherItIsThere() throws Exception {
        try (WireClient client = bound("near")) {
            for (int i = 0; i < 3; i++) {
                client.send(WirePdu.response(client.receive(WirePdu.ENQUIRE_LINK), ROK));
            }
        }
    }

    /** An octet now and then is no PDU. */
    @Test
    void clientThatDoesNotAnswerShouldBeClosed() throws Exception {
        try (WireClient client = bound("near")) {
            client.receive(WirePdu.ENQUIRE_LINK);
            client.send(new byte[] {0, 0});
            int octet = client.octet();
            while (octet >= 0) {
                octet = client.octet();
            }
        }
    }

    /** It is the last to run into the limit: the connections of other tests are closed by then, or count. */
    @Test
    void furtherConnectionsShouldBeClosed() throws Exception {
        List<WireClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < MOST_CONNECTIONS; i++) {
                clients.add(WireClient.connected(api.smppPort()));
            }
            try (WireClient further = WireClient.connected(api.smppPort())) {
                assertTrue(further.isEnded());
            }
        } finally {
            for (WireClient client : clients) {
                client.close();
            }
        }
        await().until(() -> bind("near", "abc123") == ROK);
    }

    private static List<Integer> statuses(WireClient client, int count) throws IOException {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            statuses.add(client.receive(WirePdu.SUBMIT_SM | RESPONSE).commandStatus());
        }
        return statuses;
    }

    private static WireClient bound(String user) throws IOException {
        WireClient client = WireClient.connected(api.smppPort());
        assertEquals(
                ROK,
                client.ask(WirePdu.bind(WirePdu.BIND_TRANSCEIVER, user, "abc123"))
                        .commandStatus());
        return client;
    }

    private static int bind(String user, String password) throws IOException {
        try (WireClient client = WireClient.connected(api.smppPort())) {
            return client.ask(WirePdu.bind(WirePdu.BIND_TRANSCEIVER, user, password))
                    .commandStatus();
        } catch (EOFException closed) {
            return -1;
        }
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Each with the sample user's password, and {@code smpp=true} unless it says otherwise. */
    private static Path users(String lines) {
        try {
            Path file = Files.createTempFile("users", ".properties");
            String hash = Files.readAllLines(Path.of("config/users.properties")).stream()
                    .filter(line -> line.startsWith("admin.password="))
                    .findFirst()
                    .orElseThrow()
                    .substring("admin.password=".length());
            StringBuilder all = new StringBuilder("admin.password=" + hash + "\n");
            lines.lines()
                    .map(line -> line.substring(0, line.indexOf('.')))
                    .distinct()
                    .forEach(name -> all.append(name + ".password=" + hash + "\n" + name + ".smpp=true\n"));
            String pin = Password.hash("pin").withBcrypt().getResult();
            Files.writeString(file, all + lines.replace("PIN", pin));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
