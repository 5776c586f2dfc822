package org.caravansms.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.SmsMessage;
import org.caravansms.queue.MessageJson;
import org.caravansms.smpp.SplitMessage;
import org.caravansms.smsc.PrepareSubmitSm;

/** What becomes of a request's drafts: a message that can go all the way to the SMSC, or a report that says why not. */
final class CheckedRequests {

    private static final User USER = new User("admin", "", null, List.of(), null, true, false);

    private final CheckMessage check =
            new CheckMessage("+44777888", SplitMessage.standard(255)::segments, "sandbox"::equals, Clock.systemUTC());
    private final CamelContext camel = new DefaultCamelContext();
    private final MessageJson form = new MessageJson("sms.client-ids");
    private final SplitMessage split = SplitMessage.standard(SplitMessage.MOST_PARTS);
    private final PrepareSubmitSm prepare = new PrepareSubmitSm(Clock.systemUTC());

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
            split.parts(read, 0, 0).forEach(part -> prepare.prepare(part, new DefaultExchange(camel)));
        } catch (RejectedMessageException e) {
            throw new AssertionError("accepted, and refused later: " + e.getMessage(), e);
        }
    }
}
