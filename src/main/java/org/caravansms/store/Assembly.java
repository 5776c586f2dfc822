package org.caravansms.store;

import java.util.SortedMap;
import java.util.TreeMap;
import org.caravansms.message.Event;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.InboundPart;

/** The parts of one message from a handset that are here, whatever their order was. */
final class Assembly {

    private static final String MISSING = "[…]";
    private static final String BINARY = "SMS:BINARY";
    private static final int LONGEST_KEY = 300;

    private final SortedMap<Integer, Event> parts = new TreeMap<>();

    /** @return what the parts of a message have in common */
    static String key(String smsc, InboundPart part) {
        String key = String.join(
                "|",
                smsc,
                Integer.toString(part.reference()),
                Integer.toString(part.count()),
                part.source(),
                part.destination());
        return Rows.text(key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key);
    }

    /** A part that comes again, as when the SMSC did not hear of us, takes the place of the first. */
    void add(Event part) {
        parts.put(part(part).number(), part);
    }

    boolean isWhole() {
        return parts.size() == part(first()).count();
    }

    /** @return the ids of the parts */
    java.util.List<String> ids() {
        return parts.values().stream().map(event -> part(event).id()).toList();
    }

    Event last() {
        return parts.values().stream()
                .max(java.util.Comparator.comparing(Event::at))
                .orElseThrow();
    }

    /** What is missing is marked. The same parts are the same message. */
    InboundMessage message() {
        InboundPart any = part(first());
        StringBuilder text = new StringBuilder();
        boolean binary = parts.values().stream()
                .anyMatch(event -> BINARY.equals(part(event).type()));
        for (int number = 1; number <= any.count(); number++) {
            Event event = parts.get(number);
            text.append(event != null ? part(event).text() : binary ? "" : MISSING);
        }
        return new InboundMessage(
                any.id(),
                "",
                first().provider(),
                any.source(),
                any.destination(),
                binary ? BINARY : any.type(),
                text.toString(),
                any.sentAt(),
                last().at());
    }

    private Event first() {
        return parts.get(parts.firstKey());
    }

    private static InboundPart part(Event event) {
        return (InboundPart) event.subject();
    }
}
