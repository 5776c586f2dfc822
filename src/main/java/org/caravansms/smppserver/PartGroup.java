package org.caravansms.smppserver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.caravansms.message.MessageProperties;
import org.caravansms.smpp.PduField;
import org.caravansms.smpp.SmppPdu;
import org.caravansms.smpp.SubmittedContent;

/** The parts of one long message that have come so far. */
final class PartGroup {

    private static final int UDHI = 0x40;

    /** By their numbers. More than one of a number are repetitions. */
    private final SortedMap<Integer, List<WaitingPart>> parts = new TreeMap<>();

    /** @return false when it is of another message, which has the same reference: it has another content */
    boolean add(WaitingPart part) {
        List<WaitingPart> same = parts.computeIfAbsent(part.text().number(), number -> new ArrayList<>(1));
        boolean fits = same.isEmpty()
                || Arrays.equals(same.get(0).text().octets(), part.text().octets());
        return fits && same.add(part);
    }

    boolean isComplete() {
        return parts.size() == first().text().total();
    }

    /** @return when the first of them came */
    Instant since() {
        return all().map(part -> part.part().at()).min(Instant::compareTo).orElseThrow();
    }

    int size() {
        return (int) all().count();
    }

    void hold() {
        all().forEach(part -> part.exchange().setProperty(MessageProperties.WAITS, true));
    }

    private Stream<WaitingPart> all() {
        return parts.values().stream().flatMap(Collection::stream);
    }

    /** @return the whole message, with the fields of its first part; or its parts where it is no text */
    List<JoinedParts> joined() {
        SubmittedContent content = SubmittedContent.joined(
                parts.values().stream().map(same -> same.get(0).text()).toList());
        if (content == null) {
            return alone();
        }
        SmppPdu first = first().pdu();
        return List.of(message(first, first.number(PduField.ESM_CLASS) & ~UDHI, content, all().toList()));
    }

    /** @return each part as a message, octet for octet */
    List<JoinedParts> alone() {
        return parts.values().stream()
                .map(same -> {
                    SmppPdu pdu = same.get(0).pdu();
                    return message(pdu, pdu.number(PduField.ESM_CLASS), SubmittedContent.of(pdu), same);
                })
                .toList();
    }

    private static JoinedParts message(SmppPdu pdu, int esmClass, SubmittedContent content, List<WaitingPart> parts) {
        Map<PduField, Object> fields = new EnumMap<>(pdu.fields());
        fields.put(PduField.ESM_CLASS, esmClass);
        fields.put(PduField.REGISTERED_DELIVERY, PartIds.registeredDelivery(parts));
        return new JoinedParts(new SmppPdu(pdu.type(), 0, pdu.sequence(), fields, pdu.tlvs()), content, parts);
    }

    private WaitingPart first() {
        return parts.get(parts.firstKey()).get(0);
    }
}
