package org.caravansms.smppserver;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.caravansms.message.MessageState;
import org.caravansms.message.StoredMessage;
import org.caravansms.smpp.EsmeStatus;
import org.caravansms.smpp.PduField;
import org.caravansms.smpp.SmppPdu;

/** The last step of {@code query-sm}: the state of the message, SMPP 3.4 sections 4.8.2 and 5.2.28. */
public final class AnswerQuerySm {

    private static final int ENROUTE = 1;
    private static final int DELIVERED = 2;
    private static final int EXPIRED = 3;
    private static final int DELETED = 4;
    private static final int UNDELIVERABLE = 5;
    private static final int UNKNOWN = 7;
    private static final int REJECTED = 8;

    /** Section 7.1.1, in UTC. */
    private static final DateTimeFormatter FINAL_DATE =
            DateTimeFormatter.ofPattern("uuMMddHHmmss'000+'").withZone(ZoneOffset.UTC);

    public SmppPdu answer(@Body SmppPdu query, @Variable("submitted") List<StoredMessage> submitted) {
        StoredMessage message = submitted.get(0);
        return query.answer(EsmeStatus.ESME_ROK)
                .with(PduField.MESSAGE_ID, query.text(PduField.MESSAGE_ID))
                .with(PduField.FINAL_DATE, finalDate(message.doneAt()))
                .with(PduField.MESSAGE_STATE, state(message.state()))
                .with(PduField.ERROR_CODE, errorCode(message.error()));
    }

    private static String finalDate(Instant doneAt) {
        return doneAt == null ? "" : FINAL_DATE.format(doneAt);
    }

    /** SMPP 3.4 has neither SCHEDULED nor SKIPPED; ACCEPTED is a state that a person set. */
    private static int state(MessageState state) {
        return switch (state) {
            case DELIVERED -> DELIVERED;
            case EXPIRED -> EXPIRED;
            case DELETED -> DELETED;
            case UNDELIVERABLE, SKIPPED -> UNDELIVERABLE;
            case UNKNOWN -> UNKNOWN;
            case REJECTED -> REJECTED;
            default -> ENROUTE;
        };
    }

    /** An octet: a network's code that is none is left out. */
    private static int errorCode(String error) {
        int code = error.matches("[0-9]{1,4}") ? Integer.parseInt(error) : 0;
        return code > 0xFF ? 0 : code;
    }
}
