package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.caravansms.smsc.WireSmsc.BIND_TRANSCEIVER;
import static org.caravansms.smsc.WireSmsc.BIND_TRANSMITTER;
import static org.caravansms.smsc.WireSmsc.DELIVER_SM;
import static org.caravansms.smsc.WireSmsc.ENQUIRE_LINK;
import static org.caravansms.smsc.WireSmsc.RESPONSE;
import static org.caravansms.smsc.WireSmsc.UNBIND;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.caravansms.smsc.WireSmsc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gateway says on a session besides submit_sm, captured and read by Wireshark's dissector of SMPP. */
class DissectedSessionTest {

    private static final int DATA_SM = 0x0103;
    private static final int UNKNOWN = 0x0777;
    private static final int GENERIC_NACK = RESPONSE;
    private static final String ADDRESSES = "\1\1" + "36201234567\0" + "\1\1" + "1234\0";

    @TempDir
    Path data;

    private static final String[] LONG_LOGIN = {
        "SMS_PROVIDER_SANDBOX_SYSTEM_ID", "a-system-of-20-chars",
        "SMS_PROVIDER_SANDBOX_PASSWORD", "a-password-of-32-octets-abcdefgh",
        "SMS_PROVIDER_SANDBOX_SYSTEM_TYPE", "thirteen-long",
        "SMS_PROVIDER_SANDBOX_ADDRESS_RANGE", "^36",
        "SMS_PROVIDER_SANDBOX_TON_NPI_ADDRESS_RANGE", "1/1",
        "SMS_PROVIDER_SANDBOX_INTERFACE_VERSION", "5.0"
    };

    private List<DissectedPdu> said;

    @Test
    void transceiverShouldAnswerWhatTheSmscAsks() throws Exception {
        Tshark.require();
        try (WireSmsc smsc = WireSmsc.start(DissectedSessionTest::answer);
                EventTap tap = new EventTap(data, smsc.port());
                SeenLog log = SeenLog.attach()) {
            try (RunningGateway gateway = RunningGateway.start(data, tap.port(), LONG_LOGIN)) {
                await().until(() -> smsc.count(BIND_TRANSCEIVER) == 1);
                ask(smsc, DELIVER_SM, "\0" + ADDRESSES + "\0\0\0\0\0\0\0\0\0\5hello");
                ask(smsc, DATA_SM, "\0" + ADDRESSES + "\0\0\0");
                ask(smsc, ENQUIRE_LINK, "");
                smsc.send(WireSmsc.pdu(UNKNOWN, 0, 7, ""));
                await().until(() -> smsc.count(GENERIC_NACK) == 1);
                ask(smsc, UNBIND, "");
                await().until(() -> smsc.count(BIND_TRANSCEIVER) == 2);
            }
            read(tap);
            String longer = " octets, and SMPP 3.4 allows ";
            assertEquals(
                    List.of("system-id has 20", "password has 32", "system-type has 13"),
                    log.linesWith(longer).stream()
                            .map(line -> line.replaceAll(".*sandbox\\.|" + longer + ".*", ""))
                            .toList());
        }
        DissectedPdu bind = assertSaid(BIND_TRANSCEIVER, 0, 16 + 21 + 33 + 14 + 3 + 4, 0);
        assertEquals("a-system-of-20-chars", bind.field("smpp.system_id"));
        assertEquals("a-password-of-32-octets-abcdefgh", bind.field("smpp.password"));
        assertEquals("thirteen-long", bind.field("smpp.system_type"));
        assertEquals("^36", bind.field("smpp.address_range"));
        assertEquals(1, bind.number("smpp.addr_ton", -1));
        assertEquals(0x50, bind.number("smpp.interface_version", -1));
        assertSaid(DELIVER_SM | RESPONSE, 0, 17, DELIVER_SM);
        assertSaid(DATA_SM | RESPONSE, 0, 17, DATA_SM);
        assertSaid(ENQUIRE_LINK | RESPONSE, 0, 16, ENQUIRE_LINK);
        assertSaid(GENERIC_NACK, 0x03, 16, 7);
        assertSaid(UNBIND | RESPONSE, 0, 16, UNBIND);
    }

    @Test
    void transmitterShouldBindAskAndUnbind() throws Exception {
        Tshark.require();
        try (WireSmsc smsc = WireSmsc.start(DissectedSessionTest::answer);
                EventTap tap = new EventTap(data, smsc.port())) {
            try (RunningGateway gateway = RunningGateway.start(
                    data,
                    tap.port(),
                    "SMS_PROVIDER_SANDBOX_BIND",
                    "transmitter",
                    "SMS_PROVIDER_SANDBOX_PASSWORD",
                    "secret",
                    "SMS_PROVIDER_SANDBOX_ENQUIRE_LINK_MILLIS",
                    "300")) {
                await().until(() -> smsc.count(ENQUIRE_LINK) >= 1);
            }
            read(tap);
        }
        DissectedPdu bind = assertSaid(BIND_TRANSMITTER, 0, 36, 0);
        assertEquals("caravan", bind.field("smpp.system_id"));
        assertEquals("secret", bind.field("smpp.password"));
        assertEquals(0x34, bind.number("smpp.interface_version", -1));
        assertSaid(ENQUIRE_LINK, 0, 16, 0);
        DissectedPdu last = said.get(said.size() - 1);
        assertEquals(UNBIND, last.number("smpp.command_id", -1));
    }

    /** Under a sequence_number that is the command's own. */
    private static void ask(WireSmsc smsc, int commandId, String body) throws Exception {
        smsc.send(WireSmsc.pdu(commandId, 0, commandId, body));
        await().until(() -> smsc.count(commandId | RESPONSE) == 1);
    }

    private static byte[] answer(int commandId, int sequenceNumber) {
        return (commandId & RESPONSE) == 0 ? WireSmsc.ok(commandId, sequenceNumber) : null;
    }

    private void read(EventTap tap) throws Exception {
        said = tap.dissected().pdus("smpp and tcp.dstport == " + tap.port());
    }

    /** @param sequenceNumber 0 where it is the gateway's own */
    private DissectedPdu assertSaid(int commandId, int status, int length, int sequenceNumber) {
        DissectedPdu pdu = said.stream()
                .filter(one -> one.number("smpp.command_id", -1) == commandId)
                .findFirst()
                .orElseThrow(() -> new AssertionError(Integer.toHexString(commandId) + " is not in " + said));
        assertEquals(status, pdu.number("smpp.command_status", 0));
        assertEquals(length, pdu.number("smpp.command_length", -1));
        if (sequenceNumber != 0) {
            assertEquals(sequenceNumber, pdu.number("smpp.sequence_number", -1));
        }
        return pdu;
    }
}
