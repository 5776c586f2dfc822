package org.caravansms.smpp;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.caravansms.message.DeliveryState;

/** The words for states in the texts of receipts: those of SMPP 3.4 appendix B, and what vendors made of them. */
final class ReceiptStates {

    private static final Map<String, DeliveryState> BY_WORD = byWord();

    private ReceiptStates() {}

    /** @return null when nobody knows the word */
    static DeliveryState of(String word) {
        return BY_WORD.get(word.toUpperCase(Locale.ROOT));
    }

    private static Map<String, DeliveryState> byWord() {
        Map<String, DeliveryState> words = new HashMap<>();
        for (DeliveryState state : DeliveryState.values()) {
            words.put(state.name(), state);
        }
        words.put("DELIVRD", DeliveryState.DELIVERED);
        words.put("DELIVERD", DeliveryState.DELIVERED);
        words.put("UNDELIV", DeliveryState.UNDELIVERABLE);
        words.put("UNDELIVERED", DeliveryState.UNDELIVERABLE);
        words.put("FAILED", DeliveryState.UNDELIVERABLE);
        words.put("ACCEPTD", DeliveryState.ACCEPTED);
        words.put("BUFFRED", DeliveryState.ACCEPTED);
        words.put("BUFFERED", DeliveryState.ACCEPTED);
        words.put("BUFFERD", DeliveryState.ACCEPTED);
        words.put("ACKED", DeliveryState.ACCEPTED);
        words.put("REJECTD", DeliveryState.REJECTED);
        words.put("EXPIRD", DeliveryState.EXPIRED);
        words.put("CANCELED", DeliveryState.DELETED);
        words.put("CANCELLED", DeliveryState.DELETED);
        words.put("DELIVRED", DeliveryState.DELIVERED);
        words.put("UNDELIVRD", DeliveryState.UNDELIVERABLE);
        words.put("UNDELIVD", DeliveryState.UNDELIVERABLE);
        words.put("PENDING", DeliveryState.ENROUTE);
        words.put("SUBMITTED", DeliveryState.ENROUTE);
        words.put("SUBMITD", DeliveryState.ENROUTE);
        words.put("SENT", DeliveryState.ENROUTE);
        return words;
    }
}
