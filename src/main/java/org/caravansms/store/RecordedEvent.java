package org.caravansms.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import org.caravansms.message.DeliveryState;
import org.caravansms.message.EventType;

/**
 * Something in the life of a message.
 *
 * @param type what it was
 * @param at when
 * @param provider the SMSC connection, or empty
 * @param reason why, for people, or empty; of a receipt the network's code
 * @param parts the parts that an SMSC had by then, and its ids
 * @param part the part that a receipt is about, {@link #ALL_PARTS} where it is about the message
 * @param delivery what the receipt says, or null
 */
record RecordedEvent(
        @JsonProperty("t") EventType type,
        Instant at,
        @JsonProperty("by") @JsonInclude(Include.NON_EMPTY) String provider,
        @JsonProperty("why") @JsonInclude(Include.NON_EMPTY) String reason,
        @JsonInclude(Include.NON_EMPTY) SortedMap<Integer, String> parts,
        int part,
        @JsonProperty("s") DeliveryState delivery) {

    static final int ALL_PARTS = 0;

    /** Times as the database has them: what is read again equals what was written. */
    RecordedEvent {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** @return what stands in the row: only a receipt is about a part */
    @JsonProperty("part")
    Integer partOfReceipt() {
        return delivery == null ? null : part;
    }

    boolean isReceipt() {
        return type == EventType.RECEIPT;
    }

    /** Whether a receipt has a code that says something. */
    boolean isFault() {
        return !reason.isEmpty() && reason.chars().anyMatch(c -> c != '0');
    }

    /** Whether the other one says nothing new: an SMSC repeats itself, and a queue may do so after a crash. */
    boolean says(RecordedEvent other) {
        return isReceipt() ? part == other.part && delivery == other.delivery && other.isReceipt() : equals(other);
    }
}
