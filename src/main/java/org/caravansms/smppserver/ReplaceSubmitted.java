package org.caravansms.smppserver;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import org.caravansms.api.Report;
import org.caravansms.api.Submission;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.Routing;
import org.caravansms.message.SmppField;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.Source;
import org.caravansms.smpp.PduField;
import org.caravansms.smpp.SmppPdu;
import org.caravansms.smpp.SubmittedContent;

/**
 * The steps of {@code replace-sm}, SMPP 3.4 section 4.10: the message that waits with the text, the times and the
 * registered_delivery of the PDU, as {@code direct:send} takes it; and once it is checked, under its former id.
 */
public final class ReplaceSubmitted {

    private static final String UCS2 = "SMS:TEXT:UCS2";
    private static final int UCS2_CODING = 8;

    private final Clock clock;

    public ReplaceSubmitted(Clock clock) {
        this.clock = clock;
    }

    public Map<String, Object> read(
            @ExchangeProperty(SubmitBatches.REQUEST) SmppPdu pdu, @Variable("waiting") List<SmsMessage> waiting) {
        SmsMessage replaced = waiting.get(0);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("to", replaced.recipient());
        message.put("from", replaced.originator());
        message.put("provider", replaced.provider());
        putOptions(replaced.options(), message);
        message.put("tags", replaced.options().tags());
        Map<String, Object> fields = fields(pdu, replaced.options());
        message.put("smpp", fields);
        putContent(pdu, replaced, fields, message);
        Instant now = clock.instant();
        putTime("sendAt", replaced.options().sendAt(), now, message);
        putTime("validUntil", replaced.options().validUntil(), now, message);
        SubmitTimes.put(pdu, message, now);
        return message;
    }

    private static void putOptions(MessageOptions options, Map<String, Object> message) {
        message.put("id", options.clientId());
        message.put("reportUrl", options.reportUrl());
        message.put("tlv", options.tlvs());
        if (options.priority() != null) {
            message.put("priority", options.priority());
        }
    }

    private static Map<String, Object> fields(SmppPdu pdu, MessageOptions options) {
        Map<String, Object> fields = new LinkedHashMap<>();
        options.smpp().forEach((field, value) -> fields.put(field.standardName(), value));
        fields.put(SmppField.REGISTERED_DELIVERY.standardName(), pdu.number(PduField.REGISTERED_DELIVERY));
        fields.put(SmppField.SM_DEFAULT_MSG_ID.standardName(), pdu.number(PduField.SM_DEFAULT_MSG_ID));
        fields.put("service_type", options.serviceType());
        return fields;
    }

    /** The text has the data_coding of the replaced one; without a text that one stays. */
    private static void putContent(
            SmppPdu pdu, SmsMessage replaced, Map<String, Object> fields, Map<String, Object> message) {
        Map<SmppField, Integer> asked = replaced.options().smpp();
        int coding = replaced.type().equals(UCS2) ? UCS2_CODING : asked.getOrDefault(SmppField.DATA_CODING, 0);
        boolean isEmpty = pdu.octets(PduField.SHORT_MESSAGE).length == 0;
        SubmittedContent content = SubmittedContent.of(pdu.with(PduField.DATA_CODING, coding)
                .with(PduField.ESM_CLASS, asked.getOrDefault(SmppField.ESM_CLASS, 0)));
        message.put("text", isEmpty ? replaced.text() : content.data());
        message.put("type", isEmpty ? replaced.type() : content.type());
        if (!isEmpty && content.dataCoding() >= 0) {
            fields.put(SmppField.DATA_CODING.standardName(), content.dataCoding());
        }
    }

    private static void putTime(String key, Instant time, Instant now, Map<String, Object> message) {
        if (time != null && time.isAfter(now)) {
            message.put(key, time.toString());
        }
    }

    /**
     * @param checks of the one message
     * @return the message that is sent
     * @throws RefusedSubmitException when it is refused; the former one stays
     */
    public List<SmsMessage> replacement(@Body Submission checks, @Variable("waiting") List<SmsMessage> waiting) {
        Report report = checks.reports().get(0);
        if (!report.isAccepted()) {
            throw new RefusedSubmitException(AnswerSubmitSm.status(report.statusCode()), report.statusMessage());
        }
        SmsMessage checked = report.message();
        Routing chosen = checked.routing();
        return List.of(new SmsMessage(
                waiting.get(0).id(),
                checked.user(),
                checked.originator(),
                checked.recipient(),
                checked.type(),
                checked.text(),
                checked.provider(),
                checked.acceptedAt(),
                checked.options(),
                new Routing(Source.SMPP, chosen.rule(), "", chosen.destination(), null)));
    }
}
