package org.caravansms.smpp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudhopper.smpp.pdu.Pdu;
import com.cloudhopper.smpp.transcoder.DefaultPduTranscoder;
import com.cloudhopper.smpp.transcoder.DefaultPduTranscoderContext;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jboss.netty.buffer.ChannelBuffer;
import org.jboss.netty.buffer.ChannelBuffers;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.util.DefaultDecomposer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Every PDU of the standard is read as it was written, and two other stacks read it, too. */
class SmppPduTest {

    private static final int MUTATIONS = 20_000;
    private static final int TIME = 16;

    @ParameterizedTest
    @EnumSource(PduType.class)
    void pduShouldBeReadAsItWasWritten(PduType type) throws Exception {
        byte[] octets = WriteSmppPdu.octets(sample(type));
        assertEquals(octets.length, ByteBuffer.wrap(octets).getInt());
        assertArrayEquals(octets, WriteSmppPdu.octets(ReadSmppPdu.of(octets)));
    }

    /** Cloudhopper knows all but these. */
    @ParameterizedTest
    @EnumSource(
            value = PduType.class,
            mode = Mode.EXCLUDE,
            names = {"OUTBIND", "SUBMIT_MULTI", "SUBMIT_MULTI_RESP", "REPLACE_SM", "REPLACE_SM_RESP"})
    void otherStackShouldWriteWhatItReadAlike(PduType type) throws Exception {
        byte[] octets = WriteSmppPdu.octets(sample(type));
        DefaultPduTranscoder other = new DefaultPduTranscoder(new DefaultPduTranscoderContext());
        Pdu read = other.decode(ChannelBuffers.wrappedBuffer(octets));
        assertEquals(type.id(), read.getCommandId());
        ChannelBuffer written = other.encode(read);
        byte[] again = new byte[written.readableBytes()];
        written.readBytes(again);
        assertArrayEquals(octets, again);
    }

    @Test
    void jsmppShouldReadASubmitMulti() throws Exception {
        SubmitMulti read = new DefaultDecomposer().submitMulti(WriteSmppPdu.octets(sample(PduType.SUBMIT_MULTI)));
        assertEquals(2, read.getDestAddresses().length);
        assertArrayEquals(new byte[] {0, (byte) 0xFF, 'x'}, read.getShortMessage());
    }

    @Test
    void refusalShouldHaveNoBody() {
        SmppPdu request = sample(PduType.SUBMIT_SM);
        assertEquals(16, WriteSmppPdu.octets(request.answer(EsmeStatus.ESME_RSYSERR)).length);
        assertEquals(
                PduType.GENERIC_NACK,
                sample(PduType.OUTBIND).answer(EsmeStatus.ESME_RINVCMDID).type());
    }

    @ParameterizedTest
    @EnumSource(
            value = PduType.class,
            names = {"SUBMIT_SM", "BIND_TRANSCEIVER", "DATA_SM", "SUBMIT_MULTI", "CANCEL_SM"})
    void pduThatIsCutShouldBeRefused(PduType type) {
        SmppPdu whole = sample(type);
        whole.tlvs().clear();
        byte[] octets = WriteSmppPdu.octets(whole);
        for (int length = 16; length < octets.length; length++) {
            byte[] cut = Arrays.copyOf(octets, length);
            SmppPdu answer = assertThrows(UnreadablePduException.class, () -> ReadSmppPdu.of(cut))
                    .answer();
            assertEquals(EsmeStatus.ESME_RINVCMDLEN.code(), answer.status());
            assertEquals(List.of(type.response(), 77), List.of(answer.type(), answer.sequence()));
        }
    }

    /** It is read, or refused by an answer: nothing else is thrown. What is read is written, and read alike. */
    @Test
    void damagedPduShouldBeReadOrRefused() throws Exception {
        long seed = 20261127;
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            PduType type = PduType.values()[random.nextInt(PduType.values().length)];
            byte[] damaged = damaged(WriteSmppPdu.octets(sample(type)), random);
            try {
                SmppPdu pdu = ReadSmppPdu.of(damaged);
                byte[] octets = WriteSmppPdu.octets(pdu);
                assertArrayEquals(octets, WriteSmppPdu.octets(ReadSmppPdu.of(octets)));
                SubmittedContent.of(pdu);
                read++;
            } catch (UnreadablePduException e) {
                assertTrue(e.answer().type().isResponse());
            }
        }
        assertTrue(read > MUTATIONS / 10 && read < MUTATIONS, "seed " + seed + ": " + read);
    }

    private static byte[] damaged(byte[] octets, Random random) {
        byte[] damaged = random.nextInt(4) == 0
                ? Arrays.copyOf(octets, Math.max(16, random.nextInt(octets.length + 20)))
                : octets;
        for (int i = random.nextInt(4); i >= 0; i--) {
            damaged[4 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    private static SmppPdu sample(PduType type) {
        SmppPdu pdu = SmppPdu.of(type, 77);
        for (PduField field : type.fields()) {
            pdu.with(field, sample(field));
        }
        boolean hasParameters = type.fields().contains(PduField.SHORT_MESSAGE) || type == PduType.DATA_SM;
        return hasParameters && type != PduType.REPLACE_SM ? pdu.with(0x0204, new byte[] {0, 7}) : pdu;
    }

    private static Object sample(PduField field) {
        Address sme = new Address((byte) 1, (byte) 1, "36201234567");
        return switch (field.kind) {
            case TEXT -> field.most == TIME ? "991231235959000+" : "ab\u00e9";
            case OCTET -> 3;
            case MESSAGE -> new byte[] {0, (byte) 0xFF, 'x'};
            case DESTINATIONS -> List.of(new PduAddressee(sme, "", 0), new PduAddressee(null, "friends", 0));
            case FAILURES -> List.of(new PduAddressee(sme, "", 0x0B));
        };
    }
}
