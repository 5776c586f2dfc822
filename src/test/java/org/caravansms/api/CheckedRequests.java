package org.caravansms.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.SmsMessage;
import org.caravansms.queue.MessageJson;
import org.caravansms.smpp.SplitMessage;
import org.caravansms.smpp.SubmitPart;
import org.caravansms.smsc.SubmitSmComposer;
import org.jsmpp.PDUException;

/** What becomes of a request's drafts: a message that can go all the way to the SMSC, or a report that says why not. */
final class CheckedRequests {

    private static final User USER = new User("admin", "", null, List.of(), null, true, false);

    private final CheckMessage check = new CheckMessage(
            "+44777888",
            SplitMessage.standard(255)::segments,
            "sandbox"::equals,
            UnaryOperator.identity(),
            Clock.systemUTC());
    private final MessageJson form = new MessageJson("sms.client-ids");
    private final SplitMessage split = SplitMessage.standard(SplitMessage.MOST_PARTS);
    private final SubmitSmComposer composer = new SubmitSmComposer((byte) 1, Clock.systemUTC());

    Submission check(List<MessageRequest> drafts) {
        Submission submission = new Submission();
        drafts.forEach(draft -> submission.add(report(draft)));
        return submission;
    }

    private Report report(MessageRequest draft) {
        try {
            Report report = check.check(draft, USER);
            requireSendable(report.message());
            return report;
        } catch (RejectedMessageException e) {
            return Report.rejected(draft, e);
        }
    }

    private void requireSendable(SmsMessage message) {
        assertTrue(message.recipient().matches("\\+?[0-9]{3,20}"), "a recipient that is no number was accepted");
        assertEquals(
                message.text(),
                new String(message.text().getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE));
        SmsMessage read = form.read(form.write(message).body());
        assertEquals(message.text(), read.text());
        assertEquals(message.options(), read.options());
        try {
            for (SubmitPart part : split.encode(read).parts(0, 0)) {
                composer.octets(part, 1);
            }
        } catch (RejectedMessageException | PDUException e) {
            throw new AssertionError("accepted, and refused later: " + e.getMessage(), e);
        }
    }
}
