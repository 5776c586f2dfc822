package org.caravansms.smsc;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.IntStream;

/** What an SMSC of a test's sends, SMPP 3.4 sections 4.6.1 and 4.7.1. */
public final class DeliverSmOctets {

    public static final int DATA_SM = 0x103;

    private static final String ADDRESSES = "\0\1\1" + "36201234567\0" + "\1\1" + "1234\0";
    private static final String RECEIPT = "\4\0\0\0\0\0\0\0\0";
    private static final String MESSAGE = "\0\0\0\0\0\0\0\0\0";

    private DeliverSmOctets() {}

    /** @param tlvs optional parameters, an octet a character */
    public static byte[] receipt(int sequenceNumber, String text, String tlvs) {
        return WireSmsc.pdu(
                WireSmsc.DELIVER_SM, 0, sequenceNumber, ADDRESSES + RECEIPT + (char) text.length() + text + tlvs);
    }

    public static byte[] message(int sequenceNumber, String text) {
        return WireSmsc.pdu(WireSmsc.DELIVER_SM, 0, sequenceNumber, ADDRESSES + MESSAGE + (char) text.length() + text);
    }

    /** A message whose text begins with a user data header. */
    public static byte[] part(int sequenceNumber, int dataCoding, String text) {
        return WireSmsc.pdu(
                WireSmsc.DELIVER_SM,
                0,
                sequenceNumber,
                ADDRESSES + "@\0\0\0\0\0\0" + (char) dataCoding + "\0" + (char) text.length() + text);
    }

    /** A data_sm with a receipt's esm_class. */
    public static byte[] data(int sequenceNumber, String tlvs) {
        return WireSmsc.pdu(DATA_SM, 0, sequenceNumber, ADDRESSES + "\4\0\0" + tlvs);
    }

    /** @return receipts with the sequence_numbers from 1 to a number, in one piece */
    public static byte[] burst(int count) {
        return joined(IntStream.rangeClosed(1, count)
                .mapToObj(i -> receipt(i, "id:" + i + " stat:DELIVRD", ""))
                .toList());
    }

    public static byte[] joined(List<byte[]> pdus) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        pdus.forEach(octets::writeBytes);
        return octets.toByteArray();
    }
}
