package org.caravansms.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What arrives at a handset, read part by part as 3GPP TS 23.040 section 9.2.3.24 and TS 23.038 say, with tables of its
 * own: nothing here is of the encoder. Each part must be readable by itself and fit the 140 octets of a message.
 */
public final class Handset {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final Map<Integer, Character> EXTENSION = Map.of(
            0x0A, '\f', 0x14, '^', 0x28, '{', 0x29, '}', 0x2F, '\\', 0x3C, '[', 0x3D, '~', 0x3E, ']', 0x40, '|', 0x65,
            '€');

    private final boolean latin1;
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final StringBuilder text = new StringBuilder();
    private Map<Integer, byte[]> elements = Map.of();
    private Integer reference;

    /** @param latin1 what the SMSC takes data_coding 0 for */
    Handset(boolean latin1) {
        this.latin1 = latin1;
    }

    static Handset of(List<SubmitPart> parts) {
        Handset handset = new Handset(false);
        parts.forEach(handset::read);
        return handset;
    }

    String text() {
        return text.toString();
    }

    byte[] data() {
        return data.toByteArray();
    }

    /** The information elements of the last part but its number. */
    Map<Integer, byte[]> elements() {
        return elements;
    }

    void read(SubmitPart part) {
        byte[] payload = part.tlvs().get(0x0424);
        byte[] all = payload == null ? part.shortMessage() : payload;
        assertTrue(part.shortMessage().length <= (payload == null ? 254 : 0));
        int header = (part.esmClass() & 0x40) == 0 ? 0 : 1 + (all[0] & 0xFF);
        elements = elements(Arrays.copyOf(all, header));
        int room = number(part, header);
        byte[] body = Arrays.copyOfRange(all, header, all.length);
        if (payload == null) {
            assertTrue(octets(part, body) <= room, () -> octets(part, body) + " octets");
        }
        data.writeBytes(body);
        text.append(text(part.dataCoding() & 0xFF, body));
    }

    private static Map<Integer, byte[]> elements(byte[] header) {
        Map<Integer, byte[]> elements = new TreeMap<>();
        for (int at = 1; at < header.length; at += 2 + header[at + 1]) {
            byte[] before = elements.put((int) header[at], Arrays.copyOfRange(header, at + 2, at + 2 + header[at + 1]));
            assertEquals(null, before);
        }
        return elements;
    }

    /** Checks where the part stands, and says how much room its data have beside all headers. */
    private int number(SubmitPart part, int header) {
        byte[] narrow = elements.remove(0);
        byte[] wide = elements.remove(8);
        byte[] sar = part.tlvs().get(0x020C);
        if (part.of() == 1) {
            assertTrue(narrow == null && wide == null && sar == null);
            return 140 - header;
        }
        assertEquals(1, (narrow == null ? 0 : 1) + (wide == null ? 0 : 1) + (sar == null ? 0 : 1));
        if (sar != null) {
            assertPlace(
                    part,
                    ByteBuffer.wrap(sar).getChar(),
                    part.tlvs().get(0x020E),
                    part.tlvs().get(0x020F));
            return 140 - header - (header == 0 ? 6 : 5);
        }
        byte[] place = narrow == null ? wide : narrow;
        int length = place.length;
        int its = narrow == null ? ByteBuffer.wrap(wide).getChar() : narrow[0] & 0xFF;
        assertPlace(part, its, new byte[] {place[length - 2]}, new byte[] {place[length - 1]});
        return 140 - header;
    }

    private void assertPlace(SubmitPart part, int its, byte[] of, byte[] number) {
        assertEquals(part.number(), number[0] & 0xFF);
        assertEquals(part.of(), of[0] & 0xFF);
        assertEquals(1, of.length * number.length);
        assertEquals(reference == null ? its : reference, its);
        reference = its;
    }

    int reference() {
        assertNotNull(reference);
        return reference;
    }

    /** Septets are packed for the air; a user data header is filled up to a whole septet. */
    private static int octets(SubmitPart part, byte[] body) {
        boolean septets = part.dataCoding() == 0 || (part.dataCoding() & 0xFC) == 0x10;
        return septets ? (body.length * 7 + 7) / 8 : body.length;
    }

    /** @return short_message without its header as a person reads it; nothing where data_coding says that it is no text */
    public static String read(int dataCoding, byte[] body) {
        return new Handset(false).text(dataCoding, body);
    }

    private String text(int dataCoding, byte[] body) {
        return switch (dataCoding) {
            case 0x00 -> latin1 ? new String(body, StandardCharsets.ISO_8859_1) : gsm(body);
            case 0x10, 0x11, 0x12, 0x13 -> gsm(body);
            case 0x08, 0x18, 0x19, 0x1A, 0x1B -> ucs2(body);
            default -> "";
        };
    }

    private static String gsm(byte[] body) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < body.length; i++) {
            boolean escaped = body[i] == 0x1B;
            assertFalse(escaped && i + 1 == body.length, "cut after an escape");
            Character character = escaped ? EXTENSION.get((int) body[++i]) : Character.valueOf(BASIC.charAt(body[i]));
            assertNotNull(character, "no such character");
            text.append(character);
        }
        return text.toString();
    }

    private static String ucs2(byte[] body) {
        try {
            return StandardCharsets.UTF_16BE
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new AssertionError("cut within a pair", e);
        }
    }
}
