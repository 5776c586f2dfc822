package org.caravansms.smsc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.caravansms.message.RejectedMessageException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * {@code <si><indication href="…" action="…">text</indication></si>} as WBXML 1.2 in UTF-8: WAP-167-ServiceInd section
 * 9.3, WAP-192-WBXML section 5.
 */
final class ServiceIndication {

    private static final byte[] PROLOGUE = {0x02, 0x05, 0x6A, 0x00};
    private static final int SI = 0x45;
    private static final int INDICATION = 0xC6;
    private static final int END = 0x01;
    private static final int STRING = 0x03;
    private static final int SI_ID = 0x11;
    private static final Set<String> ATTRIBUTES = Set.of("href", "action", "si-id");
    private static final Map<String, Integer> ACTIONS =
            Map.of("signal-none", 0x05, "signal-low", 0x06, "signal-medium", 0x07, "signal-high", 0x08, "delete", 0x09);

    private final Element indication;
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

    private ServiceIndication(Element indication) {
        this.indication = indication;
    }

    /** @throws RejectedMessageException naming what this encoder does not know or misses */
    static byte[] binary(Element root) {
        NodeList elements = root.getElementsByTagName("*");
        if (!root.getTagName().equals("si") || elements.getLength() != 1 || !isIndication(elements.item(0))) {
            throw XmlData.refused("is not an <si> with one <indication> and nothing else.");
        }
        return new ServiceIndication((Element) elements.item(0)).binary();
    }

    private static boolean isIndication(Node element) {
        return element.getNodeName().equals("indication");
    }

    private byte[] binary() {
        requireKnownAttributes();
        octets.writeBytes(PROLOGUE);
        octets.write(SI);
        octets.write(INDICATION);
        href(required("href", indication.getAttribute("href")));
        id(indication.getAttribute("si-id"));
        action(indication.getAttribute("action"));
        octets.write(END);
        string(required("text", indication.getTextContent().strip()));
        octets.write(END);
        octets.write(END);
        return octets.toByteArray();
    }

    private void requireKnownAttributes() {
        NamedNodeMap attributes = indication.getAttributes();
        if (!IntStream.range(0, attributes.getLength())
                .allMatch(i -> ATTRIBUTES.contains(attributes.item(i).getNodeName()))) {
            throw XmlData.refused("has an <indication> with another attribute than href, action and si-id.");
        }
    }

    private static String required(String what, String value) {
        if (value.isEmpty()) {
            throw XmlData.refused("has an <indication> without " + what + ".");
        }
        return value;
    }

    /** The attribute's tokens contain how its value begins. */
    private void href(String href) {
        if (href.startsWith("http://")) {
            attribute(0x0C, href.substring("http://".length()));
        } else if (href.startsWith("https://")) {
            attribute(0x0E, href.substring("https://".length()));
        } else {
            attribute(0x0B, href);
        }
    }

    private void id(String id) {
        if (!id.isEmpty()) {
            attribute(SI_ID, id);
        }
    }

    private void action(String action) {
        if (action.isEmpty()) {
            return;
        }
        if (!ACTIONS.containsKey(action)) {
            throw XmlData.refused("has an unknown action: there are signal-none, signal-low, signal-medium,"
                    + " signal-high and delete.");
        }
        octets.write(ACTIONS.get(action));
    }

    private void attribute(int token, String value) {
        octets.write(token);
        string(value);
    }

    private void string(String value) {
        octets.write(STRING);
        octets.writeBytes(value.getBytes(StandardCharsets.UTF_8));
        octets.write(0);
    }
}
