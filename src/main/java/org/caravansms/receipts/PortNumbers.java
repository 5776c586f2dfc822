package org.caravansms.receipts;

import java.nio.ByteBuffer;
import org.caravansms.message.Ports;

/** Reads the ports of a message: those of its header, or else those of its parameters, SMPP 3.4 sections 5.3.2.20 and 21. */
final class PortNumbers {

    private static final int IE_8_BIT = 0x04;
    private static final int IE_16_BIT = 0x05;

    private PortNumbers() {}

    static Ports of(DeliverSm deliverSm) {
        byte[] narrow = deliverSm.element(IE_8_BIT, 2);
        byte[] wide = deliverSm.element(IE_16_BIT, 4);
        if (wide != null) {
            ByteBuffer ports = ByteBuffer.wrap(wide);
            return new Ports(ports.getChar(2), ports.getChar(0));
        }
        return narrow != null
                ? new Ports(narrow[1] & 0xFF, narrow[0] & 0xFF)
                : new Ports(deliverSm.number(Tag.SOURCE_PORT), deliverSm.number(Tag.DESTINATION_PORT));
    }
}
