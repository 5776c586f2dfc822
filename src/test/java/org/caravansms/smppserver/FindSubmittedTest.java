package org.caravansms.smppserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.caravansms.message.Folder;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.MessageState;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.StoredMessage;
import org.caravansms.smpp.EsmeStatus;
import org.caravansms.smpp.PduField;
import org.caravansms.smpp.PduType;
import org.caravansms.smpp.SmppPdu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client reaches the messages of its own user, and only by what it knows of them. */
class FindSubmittedTest {

    private static final StoredMessage STORED = new StoredMessage(
            new SmsMessage("m-1", "anna", "+44777888", "2", "SMS:TEXT", "x", "", Instant.EPOCH, MessageOptions.NONE),
            MessageState.PREPARING,
            Folder.OUTBOX,
            null,
            null,
            "",
            Collections.emptySortedMap(),
            "",
            "",
            List.of());

    private final FindSubmitted find = new FindSubmitted(
            id -> Optional.of(STORED).filter(stored -> stored.message().id().equals(id)),
            (user, to) -> List.of(STORED));

    @ParameterizedTest
    @CsvSource({"44777888", "+44777888", "''"})
    void ownMessageShouldBeFoundByItsIdAndSender(String source) {
        assertEquals(List.of(STORED), find.find(pdu(PduType.QUERY_SM, "m-1", source), "anna", true));
    }

    @ParameterizedTest
    @CsvSource({"m-1, 44777888, bert", "m-1, 12345, anna", "m-2, 44777888, anna", "'', 44777888, anna"})
    void otherMessageShouldNotBeThere(String id, String source, String user) {
        assertEquals(EsmeStatus.ESME_RINVMSGID, refusal(pdu(PduType.REPLACE_SM, id, source), user, true));
    }

    @ParameterizedTest
    @CsvSource({"QUERY_SM, ESME_RQUERYFAIL", "CANCEL_SM, ESME_RCANCELFAIL", "REPLACE_SM, ESME_RREPLACEFAIL"})
    void commandShouldFailWhileTheStoreIsBehind(PduType type, EsmeStatus status) {
        assertEquals(status, refusal(pdu(type, "m-1", "44777888"), "anna", false));
    }

    @Test
    void cancelWithoutAnIdShouldBeOfTheSenderAndService() {
        SmppPdu cancel = pdu(PduType.CANCEL_SM, "", "44777888");
        assertEquals(List.of(STORED), find.find(cancel, "anna", true));
        assertEquals(EsmeStatus.ESME_RCANCELFAIL, refusal(cancel.with(PduField.SERVICE_TYPE, "WAP"), "anna", true));
    }

    private EsmeStatus refusal(SmppPdu pdu, String user, boolean upToDate) {
        return assertThrows(RefusedSubmitException.class, () -> find.find(pdu, user, upToDate))
                .status();
    }

    private static SmppPdu pdu(PduType type, String id, String source) {
        return SmppPdu.of(type, 1)
                .with(PduField.MESSAGE_ID, id)
                .with(PduField.SOURCE_ADDR_TON, 1)
                .with(PduField.SOURCE_ADDR, source)
                .with(PduField.DESTINATION_ADDR, "2");
    }
}
