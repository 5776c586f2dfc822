package org.caravansms.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.jms.JMSException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.Destination;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.SmsMessage;
import org.junit.jupiter.api.Test;

class FillEnvelopesTest {

    private final MessageJson form = new MessageJson("sms.client-ids");
    private final List<QueuedText> written = new ArrayList<>();
    private final FillEnvelopes envelopes = new FillEnvelopes(written::add);

    @Test
    void messagesThatAreTreatedAlikeShouldShareAnEnvelopeOfAtMostFifty() throws JMSException {
        List<SmsMessage> messages = new ArrayList<>(Collections.nCopies(101, message("a", MessageOptions.NONE)));
        messages.add(50, message("x".repeat(30_000), MessageOptions.NONE));
        messages.add(1, message("b", options("c-1", null, null)));
        messages.add(1, message("b", options("c-2", null, null)));
        messages.add(3, message("b", options("", Instant.EPOCH, null)));
        messages.add(4, message("b", options("", null, Instant.EPOCH)));
        messages.add(5, message("b", new MessageOptions("", null, null, "", Map.of(), 7, "", Map.of())));
        messages.add(6, message("b", new MessageOptions("", null, null, "", Map.of(), 7, "", Map.of())));
        fill(messages);
        assertEquals(
                List.of(1, 1, 1, 1, 2, 2, 50, 50), counts().stream().sorted().toList());
        assertEquals(
                messages.size(),
                written.stream().mapToLong(each -> each.body().lines().count()).sum());
    }

    @Test
    void messagesShouldKeepTheirOrder() throws JMSException {
        fill(List.of(message("1", MessageOptions.NONE), message("2", MessageOptions.NONE)));
        fill(List.of(message("3", MessageOptions.NONE)));
        assertEquals(
                List.of("1", "2", "3"),
                written.stream()
                        .flatMap(each -> each.body().lines())
                        .map(line -> form.read(line).text())
                        .toList());
        assertEquals(List.of(2, 1), counts());
    }

    @Test
    void copiesOfAnEnvelopeShouldGoWithIt() throws JMSException {
        fill(List.of(message("1", options("c-1", null, null)), message("2", options("c-2", null, null))));
        assertEquals("sms.client-ids", written.get(0).copyTo());
    }

    private void fill(List<SmsMessage> messages) throws JMSException {
        for (QueuedText text : form.writeAll(messages, Collections.nCopies(messages.size(), Destination.USUAL))) {
            envelopes.add(text);
        }
        envelopes.complete();
    }

    private List<Integer> counts() {
        return written.stream()
                .map(each -> (Integer) each.properties().getOrDefault("SmsCount", 1))
                .toList();
    }

    private static SmsMessage message(String text, MessageOptions options) {
        return new SmsMessage("i", "u", "o", "r", "SMS:TEXT", text, "", Instant.EPOCH, options);
    }

    private static MessageOptions options(String clientId, Instant validUntil, Instant sendAt) {
        return new MessageOptions(clientId, validUntil, sendAt, "", Map.of(), null, "", Map.of());
    }
}
