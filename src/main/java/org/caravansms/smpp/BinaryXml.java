package org.caravansms.smpp;

import java.util.List;
import java.util.stream.IntStream;
import org.caravansms.message.RejectedMessageException;
import org.w3c.dom.NodeList;

/**
 * {@code SMS:BINARY:XML}: a document with elements {@code pid}, {@code dcs}, {@code udh} and {@code ud}, in either case
 * and at any depth, each in hexadecimal digits. All but {@code ud} may be missing.
 */
final class BinaryXml {

    private BinaryXml() {}

    /** @throws RejectedMessageException naming the element and what is wrong with it */
    static Payload payload(String document) {
        NodeList elements = MessageData.root(document).getElementsByTagName("*");
        byte dataCoding = dataCoding(elements);
        return new Payload(
                Alphabet.ofSent(dataCoding),
                dataCoding,
                octet("PID", elements),
                header(elements),
                data(elements),
                false);
    }

    private static byte dataCoding(NodeList elements) {
        byte dataCoding = octet("DCS", elements);
        if (!MessageTypes.isCarried(dataCoding)) {
            throw MessageData.refused("has a DCS with a reserved bit, 3GPP TS 23.038.");
        }
        return dataCoding;
    }

    private static byte octet(String name, NodeList elements) {
        byte[] octets = octets(name, elements);
        if (octets.length > 1) {
            throw MessageData.refused("has a " + name + " of more than one octet.");
        }
        return octets.length == 0 ? 0 : octets[0];
    }

    private static byte[] header(NodeList elements) {
        byte[] header = octets("UDH", elements);
        if (header.length > 0 && !UserDataHeader.isWhole(header)) {
            throw MessageData.refused("has a UDH that is not a length octet and whole information elements.");
        }
        return header;
    }

    private static byte[] data(NodeList elements) {
        if (named("UD", elements).isEmpty()) {
            throw MessageData.refused("has no element UD.");
        }
        return octets("UD", elements);
    }

    private static byte[] octets(String name, NodeList elements) {
        List<String> found = named(name, elements);
        if (found.size() > 1) {
            throw MessageData.refused("has more than one element " + name + ".");
        }
        return found.isEmpty() ? new byte[0] : MessageData.octets("The " + name + " of messagedata", found.get(0));
    }

    private static List<String> named(String name, NodeList elements) {
        return IntStream.range(0, elements.getLength())
                .mapToObj(elements::item)
                .filter(element -> name.equalsIgnoreCase(element.getLocalName()))
                .map(element -> element.getTextContent().strip())
                .toList();
    }
}
