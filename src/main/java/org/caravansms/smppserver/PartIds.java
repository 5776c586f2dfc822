package org.caravansms.smppserver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tag {@link ReadSubmitSm#PARTS} of a message: which of its parts asked for receipts, and for which. */
final class PartIds {

    private static final int RECEIPTS = 0x03;
    private static final int ALL = 1;

    private PartIds() {}

    /** @return the tag, without the parts that asked for none */
    static String write(List<WaitingPart> parts) {
        return parts.stream()
                .filter(part -> ReadSubmitSm.asksForReceipts(part.pdu()))
                .map(part -> part.part().messageId() + ":" + part.registeredDelivery())
                .collect(Collectors.joining(" "));
    }

    /** @return the registered_delivery of each message_id */
    static Map<String, Integer> read(Object tag) {
        Map<String, Integer> asked = new LinkedHashMap<>();
        for (String part : tag.toString().split(" ")) {
            int colon = part.lastIndexOf(':');
            asked.put(part.substring(0, colon), Integer.valueOf(part.substring(colon + 1)));
        }
        return asked;
    }

    /** @return the registered_delivery that brings the receipts of all of them, SMPP 3.4 section 5.2.17 */
    static int registeredDelivery(List<WaitingPart> parts) {
        int receipts = 0;
        int others = 0;
        for (WaitingPart part : parts) {
            int asked = part.registeredDelivery();
            others |= asked & ~RECEIPTS;
            receipts = both(receipts, asked & RECEIPTS);
        }
        return receipts | others;
    }

    /** Of successes and of failures are all. */
    private static int both(int one, int other) {
        return one == 0 || one == other ? other : other == 0 ? one : ALL;
    }
}
