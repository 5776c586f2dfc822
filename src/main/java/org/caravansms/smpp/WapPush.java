package org.caravansms.smpp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.caravansms.message.RejectedMessageException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/** {@code SMS:WAPPUSH}: an SI document, or the hexadecimal digits of a whole WSP PDU, to the handset's push port. */
final class WapPush {

    private static final int PORT = 2948;
    private static final int WSP_PORT = 9200;

    /** Transaction id; 6 is Push; one octet of headers: application/vnd.wap.sic. WAP-230-WSP section 8.2.4.1. */
    private static final byte[] PUSH_SI = {(byte) 0xEA, 0x06, 0x01, (byte) 0xAE};

    /** WBXML 1.2, public id 5, UTF-8, no string table; the tags si and indication. WAP-192-WBXML section 5. */
    private static final byte[] START = {0x02, 0x05, 0x6A, 0x00, 0x45, (byte) 0xC6};

    private static final byte END = 0x01;
    private static final int STRING = 0x03;
    private static final int HREF = 0x0B;
    private static final int HREF_HTTP = 0x0C;
    private static final int HREF_HTTPS = 0x0E;
    private static final int SI_ID = 0x11;
    private static final Set<String> ATTRIBUTES = Set.of("href", "action", "si-id");
    private static final Map<String, Integer> ACTIONS =
            Map.of("signal-none", 0x05, "signal-low", 0x06, "signal-medium", 0x07, "signal-high", 0x08, "delete", 0x09);

    private WapPush() {}

    /** @throws RejectedMessageException when it is neither, or a document that cannot be sent */
    static Payload payload(String data) {
        return Payload.withHeader(UserDataHeader.ports(PORT, WSP_PORT), pdu(data));
    }

    private static byte[] pdu(String data) {
        return data.stripLeading().startsWith("<")
                ? Payload.join(PUSH_SI, binary(MessageData.root(data.strip())))
                : MessageData.octets("messagedata is no <si> document and", data);
    }

    /**
     * {@code <si><indication href="…" action="…">text</indication></si>} in binary, WAP-167-ServiceInd section 9.3.
     *
     * @throws RejectedMessageException naming what this encoder does not know or misses
     */
    static byte[] binary(Element root) {
        Element indication = indication(root);
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        to.writeBytes(START);
        href(required("href", indication.getAttribute("href")), to);
        id(indication.getAttribute("si-id"), to);
        action(indication.getAttribute("action"), to);
        String text = required("text", indication.getTextContent().strip());
        to.write(END);
        string(text, to);
        to.writeBytes(new byte[] {END, END});
        return to.toByteArray();
    }

    private static Element indication(Element root) {
        NodeList elements = root.getElementsByTagName("*");
        if (!root.getTagName().equals("si")
                || elements.getLength() != 1
                || !elements.item(0).getNodeName().equals("indication")) {
            throw MessageData.refused("is not an <si> with one <indication> and nothing else.");
        }
        requireKnown(elements.item(0).getAttributes());
        return (Element) elements.item(0);
    }

    private static void requireKnown(NamedNodeMap attributes) {
        if (!IntStream.range(0, attributes.getLength())
                .allMatch(i -> ATTRIBUTES.contains(attributes.item(i).getNodeName()))) {
            throw MessageData.refused("has an <indication> with another attribute than href, action and si-id.");
        }
    }

    private static String required(String what, String value) {
        if (value.isEmpty()) {
            throw MessageData.refused("has an <indication> without " + what + ".");
        }
        return value;
    }

    /** The attribute's token stands for the beginning of its value, too. */
    private static void href(String href, ByteArrayOutputStream to) {
        boolean http = href.startsWith("http://");
        boolean https = href.startsWith("https://");
        to.write(http ? HREF_HTTP : https ? HREF_HTTPS : HREF);
        string(http || https ? href.substring(href.indexOf("//") + 2) : href, to);
    }

    private static void id(String id, ByteArrayOutputStream to) {
        if (!id.isEmpty()) {
            to.write(SI_ID);
            string(id, to);
        }
    }

    private static void action(String action, ByteArrayOutputStream to) {
        if (!action.isEmpty() && !ACTIONS.containsKey(action)) {
            throw MessageData.refused("has an action that is not one of signal-none, signal-low, signal-medium,"
                    + " signal-high and delete.");
        }
        if (!action.isEmpty()) {
            to.write(ACTIONS.get(action));
        }
    }

    /** An inline string, WAP-192-WBXML section 5.8.4.1. */
    private static void string(String value, ByteArrayOutputStream to) {
        to.write(STRING);
        to.writeBytes(value.getBytes(StandardCharsets.UTF_8));
        to.write(0);
    }
}
