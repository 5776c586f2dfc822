package org.caravansms.smpp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;

/** Whatever octets a client sends, they are a PDU that is written as it was read, or one that is answered. */
class SmppPduFuzzTest {

    @FuzzTest
    void everyPduShouldBeReadOrRefused(byte[] octets) {
        if (octets.length < ReadSmppPdu.HEADER) {
            return;
        }
        try {
            SmppPdu pdu = ReadSmppPdu.of(octets);
            assertEquals(ByteBuffer.wrap(octets).getInt(12), pdu.sequence());
            assertTrue(pdu.toString().length() < 100);
            writtenAndReadAgain(pdu);
            if (pdu.type() == PduType.SUBMIT_SM) {
                assertTrue(SubmittedContent.of(pdu).toString().length() < 100);
            }
        } catch (UnreadablePduException e) {
            assertTrue(e.answer().type().isResponse());
            assertEquals(ByteBuffer.wrap(octets).getInt(12), e.answer().sequence());
            assertTrue(e.answer().status() != 0);
        }
    }

    private static void writtenAndReadAgain(SmppPdu pdu) throws UnreadablePduException {
        byte[] written = WriteSmppPdu.octets(pdu);
        SmppPdu again = ReadSmppPdu.of(written);
        assertEquals(pdu.type(), again.type());
        assertArrayEquals(written, WriteSmppPdu.octets(again));
    }
}
