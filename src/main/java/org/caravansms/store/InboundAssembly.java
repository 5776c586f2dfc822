package org.caravansms.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.apache.camel.util.StringHelper;
import org.caravansms.message.Event;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.InboundPart;
import org.caravansms.message.Ports;

/** The parts of one message from a handset that have arrived, in any order. */
final class InboundAssembly {

    private static final String BINARY = "SMS:BINARY";
    private static final int LONGEST_KEY = 300;

    private final SortedMap<Integer, Event> parts = new TreeMap<>();

    /** @return the common key of the parts of a message, and of a later message with the same reference */
    static String key(String smsc, InboundPart part) {
        String key = String.join(
                "|",
                smsc,
                Integer.toString(part.reference()),
                Integer.toString(part.count()),
                part.source(),
                part.destination());
        return Rows.text(StringHelper.limitLength(key, LONGEST_KEY));
    }

    /**
     * @param parts some of the same key
     * @param patience the longest wait of a message for its parts
     * @return the messages that they are of, the oldest first
     */
    static List<InboundAssembly> of(Collection<Event> parts, Duration patience) {
        List<InboundAssembly> messages = new ArrayList<>();
        parts.stream().sorted(Comparator.comparing(Event::at)).forEach(event -> {
            if (messages.isEmpty() || !messages.get(messages.size() - 1).accepts(event, patience)) {
                messages.add(new InboundAssembly());
            }
            messages.get(messages.size() - 1).parts.putIfAbsent(part(event).number(), event);
        });
        return messages;
    }

    /**
     * A repeated part, sent when an SMSC got no answer, has the same content; a different one is of another message.
     */
    private boolean accepts(Event event, Duration patience) {
        Event same = parts.get(part(event).number());
        return !isOverdue(event.at().minus(patience)) && (same == null || isSameContent(part(same), part(event)));
    }

    private static boolean isSameContent(InboundPart one, InboundPart other) {
        return one.alphabet().isEmpty() || other.alphabet().isEmpty()
                ? one.text().equals(other.text())
                : one.alphabet().equals(other.alphabet()) && one.octets().equals(other.octets());
    }

    /** Whether it has waited since before that time. */
    boolean isOverdue(Instant before) {
        return parts.values().stream().anyMatch(event -> event.at().isBefore(before));
    }

    boolean isWhole() {
        return parts.size() == part(first()).count();
    }

    Collection<Event> parts() {
        return parts.values();
    }

    private Event last() {
        return parts.values().stream().max(Comparator.comparing(Event::at)).orElseThrow();
    }

    /**
     * Missing parts are marked. The same parts make the same message.
     *
     * @param decode reads octets by the name of their alphabet
     */
    InboundMessage message(BiFunction<String, byte[], String> decode) {
        InboundPart any = part(first());
        boolean isBinary = parts.values().stream()
                .anyMatch(event -> BINARY.equals(part(event).type()));
        JoinedText text = new JoinedText(decode, isBinary);
        for (int number = 1; number <= any.count(); number++) {
            text.add(parts.containsKey(number) ? part(parts.get(number)) : null);
        }
        return new InboundMessage(
                any.id(),
                "",
                first().provider(),
                any.source(),
                any.destination(),
                isBinary ? BINARY : any.type(),
                text.end(),
                any.sentAt(),
                last().at(),
                ports());
    }

    private Ports ports() {
        return parts.values().stream()
                .map(event -> part(event).ports())
                .filter(ports -> !ports.equals(Ports.NONE))
                .findFirst()
                .orElse(Ports.NONE);
    }

    private Event first() {
        return parts.get(parts.firstKey());
    }

    static InboundPart part(Event event) {
        return (InboundPart) event.subject();
    }
}
