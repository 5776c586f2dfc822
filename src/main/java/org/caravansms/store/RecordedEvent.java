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
 * An event in the record of a message.
 *
 * @param type its type
 * @param at its time
 * @param provider the SMSC connection, or empty
 * @param reason the reason for people, or empty; of a receipt the network's error code
 * @param parts the parts that an SMSC had accepted, and its ids
 * @param part the part that a receipt is about, {@link #ALL_PARTS} where it is about the message
 * @param delivery the state in the receipt, or null
 */
@JsonInclude(Include.NON_EMPTY)
record RecordedEvent(
        @JsonProperty("t") EventType type,
        Instant at,
        @JsonProperty("by") String provider,
        String reason,
        SortedMap<Integer, String> parts,
        int part,
        DeliveryState delivery) {

    static final int ALL_PARTS = 0;

    /** With the precision of the database, so that a record equals the one that is read back. */
    RecordedEvent {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** @return the value in the row, which only a receipt has */
    @JsonProperty("part")
    Integer partOfReceipt() {
        return delivery == null ? null : part;
    }

    boolean isReceipt() {
        return type == EventType.RECEIPT;
    }

    /** Whether a receipt has an error code other than zeros. */
    boolean isFault() {
        return !reason.isEmpty() && reason.chars().anyMatch(c -> c != '0');
    }

    /** Whether the other event is a repetition, of the SMSC or of the queue after a crash. */
    boolean isRepeatedBy(RecordedEvent other) {
        if (type != other.type) {
            return false;
        }
        return isReceipt() ? part == other.part && delivery == other.delivery : equals(other);
    }
}
