package org.caravansms.smppserver;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.caravansms.message.Fault;
import org.caravansms.smpp.Address;
import org.caravansms.smpp.EsmeStatus;
import org.caravansms.smpp.PduAddressee;
import org.caravansms.smpp.PduField;
import org.caravansms.smpp.SmppPdu;

/**
 * The last step of {@code smpp-server}: the report on each message becomes its submit_sm_resp or data_sm_resp, those on
 * the messages of a submit_multi one submit_multi_resp, SMPP 3.4 sections 4.4.2, 4.5.2 and 4.7.2. {@code
 * fault-status.properties} has the command_status for each of the gateway's codes.
 */
public final class AnswerSubmitSm {

    private static final int ADDITIONAL_STATUS_INFO_TEXT = 0x001D;
    private static final int LONGEST_TEXT = 254;
    private static final Map<Integer, EsmeStatus> STATUSES = statuses();

    private final Consumer<Fault> refused;

    /** @param refused counts the submits that are refused because none of their batch could be queued */
    public AnswerSubmitSm(Consumer<Fault> refused) {
        this.refused = refused;
    }

    /** @param submits each with its report in the body, as of {@code direct:send}, or with an exception */
    public void answer(@Variable("requests") List<Exchange> submits) {
        for (Exchange submit : submits) {
            if (submit.getException() instanceof RefusedSubmitException unreadable) {
                refuse(submit, unreadable.status(), unreadable.getMessage());
            } else {
                List<?> reports =
                        (List<?>) submit.getMessage().getBody(Map.class).get("reports");
                answer(
                        submit,
                        reports.stream()
                                .<Map<?, ?>>map(report -> (Map<?, ?>) report)
                                .toList());
            }
        }
    }

    private static void answer(Exchange submit, List<Map<?, ?>> reports) {
        Map<?, ?> first = reports.stream()
                .filter(report -> status(report) == EsmeStatus.ESME_ROK)
                .findFirst()
                .orElse(reports.get(0));
        if (status(first) == EsmeStatus.ESME_ROK) {
            set(submit, request(submit).answer(EsmeStatus.ESME_ROK).with(PduField.MESSAGE_ID, id(submit, first)));
        } else {
            refuse(submit, status(first), (String) first.get("text"));
        }
        submit.getMessage().getBody(SmppPdu.class).with(PduField.UNSUCCESS_SMES, failures(request(submit), reports));
    }

    /** It is on disk. */
    static void accept(Exchange submit, String messageId) {
        set(submit, request(submit).answer(EsmeStatus.ESME_ROK).with(PduField.MESSAGE_ID, messageId));
    }

    private static Object id(Exchange submit, Map<?, ?> report) {
        return Objects.requireNonNullElse(submit.getProperty(ReadSubmitSm.MULTI), report.get("id"));
    }

    /** @return of a submit_multi, section 4.5.2.1; a request that cannot be read has one report for all */
    private static List<PduAddressee> failures(SmppPdu request, List<Map<?, ?>> reports) {
        List<PduAddressee> failures = new ArrayList<>();
        int at = 0;
        for (PduAddressee to : request.addressees(PduField.DEST_ADDRESSES)) {
            boolean isList = to.address() == null;
            EsmeStatus status = isList ? EsmeStatus.ESME_RINVDLNAME : status(reports.get(at));
            at = isList ? at : Math.min(at + 1, reports.size() - 1);
            if (status != EsmeStatus.ESME_ROK) {
                Address address = isList ? new Address((byte) 0, (byte) 0, to.distributionList()) : to.address();
                failures.add(new PduAddressee(address, "", status.code()));
            }
        }
        return failures;
    }

    private static EsmeStatus status(Map<?, ?> report) {
        return status((Integer) report.get("code"));
    }

    /** The disk has no room. */
    public void diskFull(@Variable("requests") List<Exchange> submits) {
        refuseAll(submits, EsmeStatus.ESME_RMSGQFUL, "The gateway's disk is full; it was not accepted.");
    }

    /** An operator drains the gateway. */
    public void draining(@Variable("requests") List<Exchange> submits) {
        refuseAll(submits, EsmeStatus.ESME_RMSGQFUL, "The gateway takes no new messages now. Try again later.");
    }

    /** The queue failed, or did not say whether it has them. */
    public void queueUnavailable(@Variable("requests") List<Exchange> submits) {
        refuseAll(submits, status(Fault.QUEUE_UNAVAILABLE.code()), "The queue is unavailable. Try again later.");
    }

    private void refuseAll(List<Exchange> submits, EsmeStatus status, String why) {
        submits.forEach(submit -> {
            refused.accept(Fault.QUEUE_UNAVAILABLE);
            refuse(submit, status, why);
        });
    }

    /** The body of a refusal is left out but for the text, section 5.3.2.11, which follows an empty message_id. */
    private static void refuse(Exchange submit, EsmeStatus status, String why) {
        set(
                submit,
                request(submit)
                        .answer(status)
                        .with(PduField.MESSAGE_ID, "")
                        .with(ADDITIONAL_STATUS_INFO_TEXT, text(why)));
    }

    /** @return with the zero at the end that the standard asks for */
    private static byte[] text(String why) {
        byte[] octets = why.getBytes(StandardCharsets.US_ASCII);
        return Arrays.copyOf(
                Arrays.copyOf(octets, Math.min(octets.length, LONGEST_TEXT)),
                Math.min(octets.length, LONGEST_TEXT) + 1);
    }

    private static SmppPdu request(Exchange submit) {
        return submit.getProperty(SubmitBatches.REQUEST, SmppPdu.class);
    }

    private static void set(Exchange submit, SmppPdu answer) {
        submit.setException(null);
        submit.getMessage().setBody(answer);
    }

    static EsmeStatus status(int code) {
        return code == 0 ? EsmeStatus.ESME_ROK : STATUSES.getOrDefault(code, EsmeStatus.ESME_RSYSERR);
    }

    private static Map<Integer, EsmeStatus> statuses() {
        ResourceBundle lines = ResourceBundle.getBundle("org.caravansms.smppserver.fault-status", Locale.ROOT);
        return lines.keySet().stream()
                .collect(Collectors.toMap(Integer::valueOf, code -> EsmeStatus.valueOf(lines.getString(code))));
    }
}
