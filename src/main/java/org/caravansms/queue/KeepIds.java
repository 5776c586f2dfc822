package org.caravansms.queue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.caravansms.message.Outcome;
import org.caravansms.message.Progress;

/** Takes copies of accepted messages off their queue once they are kept under the names that their clients gave them. */
public final class KeepIds {

    private final MessageForm form;
    private final Consumer<Map<String, String>> keep;

    /** @param keep puts the JSON forms on disk by {@link org.caravansms.message.SmsMessage#clientKey()} */
    public KeepIds(MessageForm form, Consumer<Map<String, String>> keep) {
        this.form = form;
        this.keep = keep;
    }

    public void keep(@Body List<Exchange> batch) {
        Map<String, String> messages = new HashMap<>();
        Map<Exchange, Outcome> outcomes = new HashMap<>();
        for (Exchange copy : batch) {
            outcomes.put(copy, read(copy.getMessage().getBody(String.class), messages));
        }
        keep.accept(messages);
        outcomes.forEach((copy, outcome) -> copy.setProperty(JmsBatchEndpoint.OUTCOME, outcome));
    }

    private Outcome read(String json, Map<String, String> messages) {
        try {
            messages.putIfAbsent(form.read(json).clientKey(), json);
            return new Outcome.Sent(List.of());
        } catch (UnreadableMessageException e) {
            return new Outcome.Failed(e.getMessage(), Progress.NONE);
        }
    }
}
