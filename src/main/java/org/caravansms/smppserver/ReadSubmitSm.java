package org.caravansms.smppserver;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.caravansms.message.MessageIds;
import org.caravansms.message.MessageProperties;
import org.caravansms.smpp.EsmeStatus;
import org.caravansms.smpp.PduField;
import org.caravansms.smpp.SmppPdu;
import org.caravansms.smpp.SubmittedContent;
import org.caravansms.smpp.Tlvs;

/**
 * The first step of {@code smpp-server}: each submit_sm or data_sm becomes a message as {@code direct:send} takes it, a
 * Map in the body of its exchange, and each submit_multi a list of them, SMPP 3.4 sections 4.4.1, 4.5.1 and 4.7.1. One
 * that cannot be read gets an exception, and takes no other with it.
 */
public final class ReadSubmitSm {

    /** The tag of the messages of a submit_multi to several: the message_id of its answer, which receipts repeat. */
    static final String MULTI = "submit_multi";

    /**
     * The tag of the message that was submitted in parts: the message_id of the answer to each part that asks for
     * receipts, and its registered_delivery behind a colon. Receipts repeat these.
     */
    static final String PARTS = "submit_parts";

    /** On the exchange of a submit: whether its user_message_reference is the client's id. */
    static final String IDEMPOTENT = "SmppIdempotent";

    private static final int USER_MESSAGE_REFERENCE = 0x0204;
    private static final int UDHI = 0x40;
    private static final int ANY_RECEIPT = 0x13;

    /** Of priority_flag 0 to 3, section 5.2.14; 4 is the usual one. */
    private static final List<Integer> PRIORITIES = List.of(4, 6, 8, 9);

    private final Clock clock;

    public ReadSubmitSm(Clock clock) {
        this.clock = clock;
    }

    public List<Exchange> read(@Body List<Exchange> submits) {
        submits.forEach(this::read);
        return submits;
    }

    private void read(Exchange submit) {
        try {
            submit.getMessage().setBody(messages(submit, submit.getMessage().getBody(SmppPdu.class)));
        } catch (RefusedSubmitException e) {
            submit.setException(e);
        }
    }

    private Object messages(Exchange submit, SmppPdu pdu) {
        List<ClientAddress> recipients = ClientAddress.destinations(pdu);
        if (recipients.isEmpty()) {
            throw new RefusedSubmitException(EsmeStatus.ESME_RINVNUMDESTS, "There is no dest_address of an SME.");
        }
        String reference = submit.getProperty(IDEMPOTENT, false, Boolean.class) ? reference(pdu) : "";
        if (recipients.size() == 1) {
            return message(pdu, SubmittedContent.of(pdu), Map.of(), reference, clock.instant());
        }
        String id = reference.isEmpty() ? MessageIds.next() : idOf(submit, reference, recipients);
        submit.setProperty(MULTI, id);
        return recipients.stream()
                .map(to -> message(pdu, SubmittedContent.of(pdu), to, reference, Map.of(MULTI, id), clock.instant()))
                .toList();
    }

    /**
     * @param content that of the PDU, or of the message whose first part it is
     * @param tags where receipts are asked for
     * @param reference of the client, or empty
     * @param at when it came
     * @throws RefusedSubmitException naming the field that cannot be read
     */
    static Map<String, Object> message(
            SmppPdu pdu, SubmittedContent content, Map<String, Object> tags, String reference, Instant at) {
        return message(pdu, content, ClientAddress.destinations(pdu).get(0), reference, tags, at);
    }

    /** @return user_message_reference as a number, section 5.3.2.17; empty where there is none */
    static String reference(SmppPdu pdu) {
        byte[] reference = pdu.tlvs().getOrDefault(USER_MESSAGE_REFERENCE, new byte[0]);
        return reference.length == 0 ? "" : new BigInteger(1, reference).toString();
    }

    /** @return the same for a repetition */
    private static String idOf(Exchange submit, String reference, List<ClientAddress> recipients) {
        String user = submit.getProperty(MessageProperties.USER, String.class);
        String key = recipients.stream().map(ClientAddress::written).collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes((user + "\n" + reference + "\n" + key).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static Map<String, Object> message(
            SmppPdu pdu,
            SubmittedContent content,
            ClientAddress to,
            String reference,
            Map<String, Object> tags,
            Instant at) {
        Map<String, Object> message = new LinkedHashMap<>();
        ClientAddress from = ClientAddress.source(pdu);
        message.put("to", to.written());
        message.put("text", content.data());
        message.put("type", content.type());
        if (!from.written().isEmpty()) {
            message.put("from", from.written());
        }
        if (!reference.isEmpty()) {
            message.put("id", reference);
        }
        putPriority(pdu, message);
        SubmitTimes.put(pdu, message, at);
        if (!tags.isEmpty() && asksForReceipts(pdu)) {
            message.put("tags", tags);
        }
        message.put("smpp", fields(pdu, content, to, from));
        Map<String, String> tlvs = tlvs(pdu);
        if (!tlvs.isEmpty()) {
            message.put("tlv", tlvs);
        }
        return message;
    }

    private static void putPriority(SmppPdu pdu, Map<String, Object> message) {
        int flag = pdu.number(PduField.PRIORITY_FLAG);
        if (flag >= PRIORITIES.size()) {
            throw new RefusedSubmitException(EsmeStatus.ESME_RINVPRTFLG, "priority_flag is not 0 to 3.");
        }
        if (flag > 0) {
            message.put("priority", PRIORITIES.get(flag));
        }
    }

    static boolean asksForReceipts(SmppPdu pdu) {
        return (pdu.number(PduField.REGISTERED_DELIVERY) & ANY_RECEIPT) != 0;
    }

    /** Those that the gateway or the provider would set otherwise. */
    private static Map<String, Object> fields(
            SmppPdu pdu, SubmittedContent content, ClientAddress to, ClientAddress from) {
        Map<String, Object> fields = new LinkedHashMap<>();
        // also none asked for is asked
        fields.put("registered_delivery", pdu.number(PduField.REGISTERED_DELIVERY));
        putUnlessZero("protocol_id", pdu.number(PduField.PROTOCOL_ID), fields);
        putUnlessZero("replace_if_present_flag", pdu.number(PduField.REPLACE_IF_PRESENT_FLAG), fields);
        putUnlessZero("sm_default_msg_id", pdu.number(PduField.SM_DEFAULT_MSG_ID), fields);
        int esmClass = pdu.number(PduField.ESM_CLASS);
        putUnlessZero("esm_class", content.hasHeader() ? esmClass | UDHI : esmClass, fields);
        if (content.dataCoding() >= 0) {
            fields.put("data_coding", content.dataCoding());
        }
        if (!pdu.text(PduField.SERVICE_TYPE).isEmpty()) {
            fields.put("service_type", pdu.text(PduField.SERVICE_TYPE));
        }
        to.putTonNpi("dest_addr", fields);
        from.putTonNpi("source_addr", fields);
        return fields;
    }

    private static void putUnlessZero(String name, int value, Map<String, Object> fields) {
        if (value != 0) {
            fields.put(name, value);
        }
    }

    private static Map<String, String> tlvs(SmppPdu pdu) {
        Map<String, String> tlvs = new LinkedHashMap<>();
        pdu.tlvs().forEach((tag, value) -> {
            if (Tlvs.isCarried(tag) && tag != SubmitTimes.QOS_TIME_TO_LIVE) {
                tlvs.put(Integer.toString(tag), "0x" + HexFormat.of().formatHex(value));
            }
        });
        return tlvs;
    }
}
