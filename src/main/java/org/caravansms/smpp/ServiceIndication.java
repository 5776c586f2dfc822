package org.caravansms.smpp;

import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.caravansms.message.RejectedMessageException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/** {@code <si><indication href="…" action="…">text</indication></si>} in binary, WAP-167-ServiceInd section 9.3. */
final class ServiceIndication {

    private static final int PUBLIC_ID = 0x05;
    private static final int SI = 0x45;
    private static final int INDICATION = 0xC6;
    private static final int SI_ID = 0x11;
    private static final Set<String> ATTRIBUTES = Set.of("href", "action", "si-id");
    private static final Map<String, Integer> ACTIONS =
            Map.of("signal-none", 0x05, "signal-low", 0x06, "signal-medium", 0x07, "signal-high", 0x08, "delete", 0x09);

    private ServiceIndication() {}

    /** @throws RejectedMessageException naming what this encoder does not know or misses */
    static byte[] binary(Element root) {
        Element indication = indication(root);
        WbxmlOutput to = new WbxmlOutput(PUBLIC_ID).token(SI).token(INDICATION);
        href(required("href", indication.getAttribute("href")), to);
        id(indication.getAttribute("si-id"), to);
        action(indication.getAttribute("action"), to);
        String text = required("text", indication.getTextContent().strip());
        return to.end().string(text).end().end().octets();
    }

    private static Element indication(Element root) {
        NodeList elements = root.getElementsByTagName("*");
        if (!root.getTagName().equals("si")
                || elements.getLength() != 1
                || !elements.item(0).getNodeName().equals("indication")) {
            throw XmlData.refused("is not an <si> with one <indication> and nothing else.");
        }
        requireKnown(elements.item(0).getAttributes());
        return (Element) elements.item(0);
    }

    private static void requireKnown(NamedNodeMap attributes) {
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
    private static void href(String href, WbxmlOutput to) {
        if (href.startsWith("http://")) {
            to.token(0x0C).string(href.substring("http://".length()));
        } else if (href.startsWith("https://")) {
            to.token(0x0E).string(href.substring("https://".length()));
        } else {
            to.token(0x0B).string(href);
        }
    }

    private static void id(String id, WbxmlOutput to) {
        if (!id.isEmpty()) {
            to.token(SI_ID).string(id);
        }
    }

    private static void action(String action, WbxmlOutput to) {
        if (!action.isEmpty() && !ACTIONS.containsKey(action)) {
            throw XmlData.refused("has an action that is not one of signal-none, signal-low, signal-medium,"
                    + " signal-high and delete.");
        }
        if (!action.isEmpty()) {
            to.token(ACTIONS.get(action));
        }
    }
}
