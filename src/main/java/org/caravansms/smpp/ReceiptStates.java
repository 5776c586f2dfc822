package org.caravansms.smpp;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.caravansms.message.DeliveryState;

/** The states in the texts of receipts, SMPP 3.4 appendix B, in the spellings of vendors, too. */
final class ReceiptStates {

    private static final Map<String, DeliveryState> BY_WORD = byWord();

    private ReceiptStates() {}

    /** @return null for an unknown word */
    static DeliveryState of(String word) {
        return BY_WORD.get(word.toUpperCase(Locale.ROOT));
    }

    private static Map<String, DeliveryState> byWord() {
        Map<String, DeliveryState> words = new HashMap<>();
        for (DeliveryState state : DeliveryState.values()) {
            words.put(state.name(), state);
        }
        put(words, DeliveryState.DELIVERED, "DELIVRD", "DELIVERD", "DELIVRED");
        put(words, DeliveryState.UNDELIVERABLE, "UNDELIV", "UNDELIVERED", "UNDELIVRD", "UNDELIVD", "FAILED");
        put(words, DeliveryState.ACCEPTED, "ACCEPTD", "BUFFRED", "BUFFERED", "BUFFERD", "ACKED");
        put(words, DeliveryState.REJECTED, "REJECTD");
        put(words, DeliveryState.EXPIRED, "EXPIRD");
        put(words, DeliveryState.DELETED, "CANCELED", "CANCELLED");
        put(words, DeliveryState.ENROUTE, "PENDING", "SUBMITTED", "SUBMITD", "SENT");
        return words;
    }

    private static void put(Map<String, DeliveryState> words, DeliveryState state, String... spellings) {
        for (String spelling : spellings) {
            words.put(spelling, state);
        }
    }
}
