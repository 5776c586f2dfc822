package org.caravansms.smppserver;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.caravansms.smpp.EsmeStatus;
import org.caravansms.smpp.PduField;
import org.caravansms.smpp.ReadSmppTime;
import org.caravansms.smpp.SmppPdu;
import org.caravansms.smpp.SubmittedContent;
import org.caravansms.smpp.Tlvs;

/**
 * The first step of {@code smpp-server}: each submit_sm becomes a message as {@code direct:send} takes it, a Map in the
 * body of its exchange, SMPP 3.4 section 4.4.1. One that cannot be read gets an exception, and takes no other with it.
 */
public final class ReadSubmitSm {

    private static final int UDHI = 0x40;

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
            submit.getMessage().setBody(message(submit.getMessage().getBody(SmppPdu.class)));
        } catch (RefusedSubmitException e) {
            submit.setException(e);
        }
    }

    private Map<String, Object> message(SmppPdu pdu) {
        Map<String, Object> message = new LinkedHashMap<>();
        SubmittedContent content = SubmittedContent.of(pdu);
        ClientAddress to = ClientAddress.destination(pdu);
        ClientAddress from = ClientAddress.source(pdu);
        message.put("to", to.written());
        message.put("text", content.data());
        message.put("type", content.type());
        if (!from.written().isEmpty()) {
            message.put("from", from.written());
        }
        putPriority(pdu, message);
        putTimes(pdu, message);
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

    private void putTimes(SmppPdu pdu, Map<String, Object> message) {
        Instant now = clock.instant();
        Instant sendAt = time(pdu, PduField.SCHEDULE_DELIVERY_TIME, EsmeStatus.ESME_RINVSCHED, now);
        Instant validUntil = time(pdu, PduField.VALIDITY_PERIOD, EsmeStatus.ESME_RINVEXPIRY, now);
        if (validUntil != null && validUntil.isBefore(sendAt == null ? now : sendAt.plusMillis(1))) {
            throw new RefusedSubmitException(EsmeStatus.ESME_RINVEXPIRY, "validity_period ends before it begins.");
        }
        put("sendAt", sendAt, message);
        put("validUntil", validUntil, message);
    }

    private static void put(String key, Instant time, Map<String, Object> message) {
        if (time != null) {
            message.put(key, time.toString());
        }
    }

    private static Instant time(SmppPdu pdu, PduField field, EsmeStatus fault, Instant now) {
        try {
            return ReadSmppTime.of(pdu.text(field), now);
        } catch (IllegalArgumentException e) {
            throw new RefusedSubmitException(fault, fault + ": " + e.getMessage() + ".");
        }
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
            if (Tlvs.isCarried(tag)) {
                tlvs.put(Integer.toString(tag), "0x" + HexFormat.of().formatHex(value));
            }
        });
        return tlvs;
    }
}
