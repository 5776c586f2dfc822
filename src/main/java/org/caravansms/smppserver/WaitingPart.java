package org.caravansms.smppserver;

import org.apache.camel.Exchange;
import org.caravansms.message.ClientPart;
import org.caravansms.smpp.PduField;
import org.caravansms.smpp.ReadSmppPdu;
import org.caravansms.smpp.SmppPdu;
import org.caravansms.smpp.TextPart;
import org.caravansms.smpp.UnreadablePduException;

/**
 * A part of a long message that waits for the others.
 *
 * @param exchange by which it is settled
 * @param text its place and its octets
 * @param message the same for all parts of a message, on whatever bind they came
 */
record WaitingPart(Exchange exchange, ClientPart part, SmppPdu pdu, TextPart text, Object message) {

    private static final String READ = "SmppWaitingPart";

    /** @param exchange with a {@link ClientPart} as its body; read once */
    static WaitingPart of(Exchange exchange) throws UnreadablePduException {
        WaitingPart read = exchange.getProperty(READ, WaitingPart.class);
        if (read == null) {
            ClientPart part = exchange.getMessage().getBody(ClientPart.class);
            SmppPdu pdu = ReadSmppPdu.of(part.octets());
            TextPart text = TextPart.of(pdu);
            read = new WaitingPart(exchange, part, pdu, text, Key.of(part.user(), pdu, text));
            exchange.setProperty(READ, read);
        }
        return read;
    }

    int registeredDelivery() {
        return pdu.number(PduField.REGISTERED_DELIVERY);
    }

    private record Key(String user, ClientAddress from, ClientAddress to, int reference, int total) {

        static Key of(String user, SmppPdu pdu, TextPart text) {
            ClientAddress to = ClientAddress.destinations(pdu).get(0);
            return new Key(user, ClientAddress.source(pdu), to, text.reference(), text.total());
        }
    }
}
