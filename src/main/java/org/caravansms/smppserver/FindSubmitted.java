package org.caravansms.smppserver;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.StoredMessage;
import org.caravansms.smpp.EsmeStatus;
import org.caravansms.smpp.PduField;
import org.caravansms.smpp.PduType;
import org.caravansms.smpp.SmppPdu;

/**
 * The first step of {@code query-sm}, {@code cancel-sm} and {@code replace-sm}: the messages of the client's user that
 * the PDU names, SMPP 3.4 sections 4.8.1, 4.9.1 and 4.10.1: one by its message_id and sender, or all that wait, by their addresses.
 */
public final class FindSubmitted {

    private final Function<String, Optional<StoredMessage>> byId;
    private final BiFunction<String, String, List<StoredMessage>> waiting;

    /**
     * @param byId finds a message of any user
     * @param waiting finds the messages of a user to a number that wait to be sent
     */
    public FindSubmitted(
            Function<String, Optional<StoredMessage>> byId, BiFunction<String, String, List<StoredMessage>> waiting) {
        this.byId = byId;
        this.waiting = waiting;
    }

    /**
     * @param upToDate whether the store has all events until now
     * @return at least one
     * @throws RefusedSubmitException when there is none, or it is not known
     */
    public List<StoredMessage> find(
            @Body SmppPdu pdu,
            @ExchangeProperty(MessageProperties.USER) String user,
            @Variable("upToDate") boolean upToDate) {
        requireUpToDate(pdu, upToDate);
        String id = pdu.text(PduField.MESSAGE_ID);
        boolean byAddresses = id.isEmpty() && pdu.type() == PduType.CANCEL_SM;
        List<StoredMessage> found = byAddresses
                ? waiting.apply(user, recipient(pdu)).stream()
                        .filter(sent -> isOfService(pdu, sent.message()))
                        .toList()
                : byId.apply(id).stream()
                        .filter(sent -> sent.message().user().equals(user))
                        .toList();
        List<StoredMessage> named =
                found.stream().filter(sent -> isSender(pdu, sent.message())).toList();
        if (named.isEmpty()) {
            throw new RefusedSubmitException(
                    byAddresses ? failure(pdu) : EsmeStatus.ESME_RINVMSGID, "There is no such message.");
        }
        return named;
    }

    /** @throws RefusedSubmitException when the store is behind: what it says may not be so any more */
    static void requireUpToDate(SmppPdu pdu, boolean upToDate) {
        if (!upToDate) {
            throw new RefusedSubmitException(failure(pdu), "The state of the message is not known now.");
        }
    }

    static EsmeStatus failure(SmppPdu pdu) {
        return switch (pdu.type()) {
            case CANCEL_SM -> EsmeStatus.ESME_RCANCELFAIL;
            case REPLACE_SM -> EsmeStatus.ESME_RREPLACEFAIL;
            default -> EsmeStatus.ESME_RQUERYFAIL;
        };
    }

    private static String recipient(SmppPdu pdu) {
        return ClientAddress.destinations(pdu).get(0).written();
    }

    /** An empty one is that of a message whose sender was not given. */
    private static boolean isSender(SmppPdu pdu, SmsMessage message) {
        String source = ClientAddress.source(pdu).written();
        return source.isEmpty() || bare(source).equals(bare(message.originator()));
    }

    private static String bare(String address) {
        return address.startsWith("+") ? address.substring(1) : address;
    }

    private static boolean isOfService(SmppPdu pdu, SmsMessage message) {
        String service = pdu.text(PduField.SERVICE_TYPE);
        return service.isEmpty() || service.equals(message.options().serviceType());
    }
}
